/** How much of a value is kept; each level keeps less than the one before. */
const LEVELS = [
  { characters: 4_000, members: 200, depth: 32 },
  { characters: 2_000, members: 100, depth: 32 },
  { characters: 1_000, members: 50, depth: 24 },
  { characters: 500, members: 25, depth: 16 },
  { characters: 200, members: 12, depth: 12 },
  { characters: 100, members: 8, depth: 8 },
  { characters: 60, members: 4, depth: 5 },
  { characters: 40, members: 2, depth: 3 },
];

type Level = (typeof LEVELS)[number];

/** Shortens a JSON value by its long texts, lists and objects until it has at most `maxBytes`; it stays whole JSON. */
export function trimJson(value: unknown, maxBytes: number): unknown {
  if (byteLength(value) <= maxBytes) return value;
  for (const level of LEVELS) {
    const trimmed = trim(value, level, 0);
    if (byteLength(trimmed) <= maxBytes) return trimmed;
  }
  return "(the answer is too large to show)";
}

/** The bytes of a value as JSON. */
function byteLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? "");
}

function trim(value: unknown, level: Level, depth: number): unknown {
  if (typeof value === "string") return trimText(value, level.characters);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= level.depth) return "…";
  return Array.isArray(value) ? trimList(value, level, depth) : trimObject(value, level, depth);
}

function trimText(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const kept = text.slice(0, characters).replace(/[\ud800-\udbff]$/, "");
  return `${kept}… (${text.length - kept.length} more characters)`;
}

function trimList(list: readonly unknown[], level: Level, depth: number): unknown[] {
  const kept = list.slice(0, level.members).map((member) => trim(member, level, depth + 1));
  return list.length > level.members ? [...kept, `… (${list.length - level.members} more)`] : kept;
}

function trimObject(value: object, level: Level, depth: number): object {
  const entries = Object.entries(value);
  const kept = entries
    .slice(0, level.members)
    .map(([key, member]) => [trimText(key, level.characters), trim(member, level, depth + 1)]);
  if (entries.length > level.members) kept.push(["…", `(${entries.length - level.members} more fields)`]);
  return Object.fromEntries(kept) as object;
}
