import type { JSONValue } from "@ai-sdk/provider";

/** A value and where it stands in a text (UTF-16 code units, end excluded). */
export interface Span<Value extends JSONValue = JSONValue> {
  value: Value;
  start: number;
  end: number;
}

/** What reading a value depends on beside the text. */
export interface ValueContext {
  /** BCP 47 tag: decides the region of phone numbers, the order of dates, the decimal sign. */
  locale: string;
  now: Date;
}

/** Every match of a global pattern whose text `read` can make a value of. */
export function findSpans<Value extends JSONValue>(
  text: string,
  pattern: RegExp,
  read: (match: RegExpMatchArray) => Value | undefined,
): Span<Value>[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = read(match);
    return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
  });
}
