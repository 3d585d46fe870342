import { formatData, formatScalar, isEmpty, type Style } from "./format-data.ts";

const PLACEHOLDER = /\{\{\s*([^{}\s]{1,200})\s*\}\}/g;
const MISSING = "–";

/**
 * The owner's reply with the answer's fields in it: `{{/order/status}}` by JSON Pointer (RFC 6901), `{{order.status}}` by
 * path, `{{order_number}}` also from the arguments. A value is inserted once and never read again as a template.
 * Undefined when none of the fields is there.
 */
export function renderReply(
  template: string,
  data: unknown,
  input: unknown,
  style: Style,
): string | undefined {
  let found = 0;
  let asked = 0;
  const text = template.replaceAll(PLACEHOLDER, (_, name: string) => {
    asked++;
    const value = pick(data, name) ?? pick(input, name);
    if (isEmpty(value)) return MISSING;
    found++;
    return formatValue(value, name, style);
  });
  return asked > 0 && found === 0 ? undefined : text;
}

function formatValue(value: unknown, name: string, style: Style): string {
  if (typeof value !== "object") return formatScalar(value, style, name.split(/[/.]/).at(-1));
  return `\n${formatData(value, style).join("\n")}\n`;
}

function pick(data: unknown, name: string): unknown {
  const path = name.startsWith("/")
    ? name
        .slice(1)
        .split("/")
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    : name.split(".");
  return path.reduce<unknown>((value, step) => {
    const isIn = typeof value === "object" && value !== null && Object.hasOwn(value, step);
    return isIn ? (value as Record<string, unknown>)[step] : undefined;
  }, data);
}
