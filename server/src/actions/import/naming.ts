import { BUILT_IN_PLACEHOLDERS, FIELD_NAME, RESERVED_NAMES } from "@errand/shared/template";

const MAX_LENGTH = 64;

/** Words of an operation id or a path: `getHTTPStatus` and `get-http/status` have the same three. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** A text in snake_case that starts with a letter; `fallback` when it has no Latin letter or digit. */
export function toSnakeCase(text: string, fallback: string): string {
  const joined = wordsOf(text).join("_") || fallback;
  return (/^[a-z]/.test(joined) ? joined : `call_${joined}`).slice(0, MAX_LENGTH).replace(/_+$/, "");
}

/** A name for people: `list_open_orders` is "List open orders". */
export function toTitle(text: string): string {
  const words = wordsOf(text).join(" ") || text.trim();
  return (words.slice(0, 1).toUpperCase() + words.slice(1)).slice(0, 120);
}

/** A name that is not among those taken, by a number behind it; it is taken from then on. */
export function takeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) {
    const ending = `_${count}`;
    free = name.slice(0, MAX_LENGTH - ending.length) + ending;
  }
  taken.add(free);
  return free;
}

/** Whether a name may be a body field's. */
export function isFieldName(name: string): boolean {
  return FIELD_NAME.test(name) && name !== "__proto__";
}

/** Whether a name may be a parameter's as it stands. */
export function isParameterName(name: string): boolean {
  return isFieldName(name) && !isKept(name);
}

/** A name of parameters that is as close as can be to the one in the description, such as `filter_name` to `filter[name]`. */
export function toParameterName(name: string, taken: Set<string>): string {
  const plain =
    name
      .slice(0, 200)
      .replaceAll(/[^A-Za-z0-9_-]+/g, "_")
      .replaceAll(/^[_-]+|[_-]+$/g, "") || "value";
  const started = /^[A-Za-z]/.test(plain) ? plain : `value_${plain}`;
  const own = isParameterName(name) ? name : isKept(started) ? `the_${started}` : started;
  return takeName(own.slice(0, MAX_LENGTH), taken);
}

function isKept(name: string): boolean {
  const isBuiltIn = BUILT_IN_PLACEHOLDERS.some((known) => known === name);
  return RESERVED_NAMES.has(name) || isBuiltIn || name === "__proto__";
}
