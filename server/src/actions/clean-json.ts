/** Deeper levels hold nothing that a person or a model could follow. */
const MAX_DEPTH = 64;

/** A JSON value whose texts, keys included, went through `clean`; so did a number that `clean` would change. */
export function cleanJson(value: unknown, clean: (text: string) => string, depth = 0): unknown {
  if (typeof value === "string") return clean(value);
  if (typeof value === "number") return cleanNumber(value, clean);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MAX_DEPTH) return "…";
  if (Array.isArray(value)) return value.map((member) => cleanJson(member, clean, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [clean(key), cleanJson(member, clean, depth + 1)]),
  );
}

function cleanNumber(value: number, clean: (text: string) => string): unknown {
  const text = String(value);
  const cleaned = clean(text);
  return cleaned === text ? value : cleaned;
}
