/**
 * The part of a JSON value that JSON Pointers (RFC 6901) name, in its own structure; everything when there are none.
 * A token `*` stands for every member of a list. Undefined when nothing of it is there.
 */
export function pickFields(value: unknown, pointers: readonly string[]): unknown {
  return pointers.length === 0 ? value : pick(value, pointers.map(parsePointer));
}

function parsePointer(pointer: string): string[] {
  const tokens = pointer.split("/").slice(1);
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function pick(value: unknown, paths: readonly string[][]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (typeof value !== "object" || value === null) return undefined;
  const isList = Array.isArray(value);
  const picked = Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    const rest = paths
      .filter(([first]) => first === key || (isList && first === "*"))
      .map((path) => path.slice(1));
    const part = rest.length === 0 ? undefined : pick(member, rest);
    return part === undefined ? [] : [[key, part] as const];
  });
  if (picked.length === 0) return undefined;
  return isList ? picked.map(([, part]) => part) : Object.fromEntries(picked);
}
