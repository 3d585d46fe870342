/**
 * Templates over an endpoint's answer: `{{/order/status}}` names a field by JSON Pointer (RFC 6901),
 * `{{order.status}}` by path. A value is inserted once and never read again as a template.
 */
const PLACEHOLDER = /\{\{\s*([^{}\s]{1,200})\s*\}\}/g;

/** The template with each named field in its place; undefined when it names fields and none of them is there. */
export function fillAnswerTemplate(
  template: string,
  fill: (name: string) => string | undefined,
  missing = "",
): string | undefined {
  let asked = 0;
  let found = 0;
  const text = template.replaceAll(PLACEHOLDER, (_, name: string) => {
    asked += 1;
    const value = fill(name);
    if (value !== undefined) found += 1;
    return value ?? missing;
  });
  return asked > 0 && found === 0 ? undefined : text;
}

/** The field of a value that a pointer or path names; own members only. */
export function fieldOf(value: unknown, name: string): unknown {
  if (name === "") return value;
  return stepsOf(name).reduce<unknown>((current, step) => {
    const isIn = typeof current === "object" && current !== null && Object.hasOwn(current, step);
    return isIn ? (current as Record<string, unknown>)[step] : undefined;
  }, value);
}

function stepsOf(name: string): string[] {
  if (!name.startsWith("/")) return name.split(".");
  const tokens = name.slice(1).split("/");
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
