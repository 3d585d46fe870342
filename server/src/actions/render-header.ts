import { textOf, type PlaceholderValue, type ValueOf } from "./placeholder-values.ts";
import { templateParts, type NamedValue } from "./render-query.ts";

const MAX_LENGTH = 4_096;
const PRINTABLE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** Whether a header carries this text unchanged: printable ASCII, no space at either end (RFC 9110 §5.5). */
export function isHeaderText(text: string): boolean {
  return PRINTABLE.test(text);
}

/** Renders the value of a header. @throws RunRefusal for a value that a header cannot carry */
export function renderHeader(header: NamedValue, valueOf: ValueOf): string {
  let last: PlaceholderValue | undefined;
  const texts = templateParts(header.value).map((part) => {
    if (typeof part === "string") return part;
    last = valueOf(part.placeholder);
    const value = textOf(last);
    if (!isHeaderText(value)) {
      throw last.refuse(
        `the header ${header.name} cannot carry: it takes printable ASCII, no space at an end`,
      );
    }
    return value;
  });
  const text = texts.join("");
  if (last && text.length > MAX_LENGTH) {
    throw last.refuse(`makes the header ${header.name} longer than ${MAX_LENGTH} characters`);
  }
  return text;
}
