/** An object of a document whose shape nobody has checked. */
export type Members = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object itself; of anything else, an object without members. */
export function membersOf(value: unknown): Members {
  return isObject(value) ? value : {};
}

/** The list itself; of anything else, an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The trimmed text; of anything else, an empty one. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

/** How a request spells a text, a number or a truth value; undefined for anything else. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** A member whose name stands in the document, so that `constructor` is one only when it was written. */
export function memberOf(value: unknown, name: string): unknown {
  return (isObject(value) || Array.isArray(value)) && Object.hasOwn(value, name)
    ? (value as Members)[name]
    : undefined;
}
