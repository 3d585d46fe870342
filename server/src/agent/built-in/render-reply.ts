import { fieldOf, fillAnswerTemplate } from "@errand/shared/answer-template";
import { formatData, formatScalar, isEmpty, type Style } from "./format-data.ts";

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
  const fill = (name: string): string | undefined => {
    const value = fieldOf(data, name) ?? fieldOf(input, name);
    return isEmpty(value) ? undefined : formatValue(value, name, style);
  };
  return fillAnswerTemplate(template, fill, MISSING);
}

function formatValue(value: unknown, name: string, style: Style): string {
  if (typeof value !== "object") return formatScalar(value, style, name.split(/[/.]/).at(-1));
  return `\n${formatData(value, style).join("\n")}\n`;
}
