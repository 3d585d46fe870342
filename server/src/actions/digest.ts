import { hash } from "node:crypto";

/** SHA-256, in hex, of an action's id and its arguments as JSON with sorted keys: equal calls have equal digests. */
export function digestOf(actionId: string, args: unknown): string {
  return hash("sha256", canonicalJson([actionId, args]));
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
