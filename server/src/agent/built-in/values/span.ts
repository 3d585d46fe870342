import type { JSONValue } from "@ai-sdk/provider";
import type { PhraseSet } from "../vocabulary/phrase-set.ts";
import type { Word } from "../words.ts";

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
  /** IANA name of the zone that the visitor's days and hours are in; undefined when nobody said. */
  timeZone?: string | undefined;
}

/** Every match of a global pattern whose text `read` can make a value of. */
export function findSpans<Value extends JSONValue>(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Value | undefined,
): Span<Value>[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = read(match);
    return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
  });
}

/** Every place of a set's phrases among a text's words. */
export function findPhrases<Value extends JSONValue>(
  words: readonly Word[],
  set: PhraseSet,
  value: Value,
): Span<Value>[] {
  const folded = words.map((word) => word.text);
  return words.flatMap((first, at): Span<Value>[] => {
    const last = words[at + set.lengthAt(folded, at) - 1];
    return last && last.end > first.start ? [{ value, start: first.start, end: last.end }] : [];
  });
}

/** Whether two stretches share a character. */
export function overlap(a: Pick<Span, "start" | "end">, b: Pick<Span, "start" | "end">): boolean {
  return a.start < b.end && b.start < a.end;
}

/** In the text's order; of spans that overlap the longest, of equals the first. */
export function withoutOverlaps<Value extends JSONValue>(spans: readonly Span<Value>[]): Span<Value>[] {
  const kept: Span<Value>[] = [];
  const longestFirst = spans.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const span of longestFirst) if (!kept.some((each) => overlap(each, span))) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}

/** The text with a space in each span's stead. */
export function without(text: string, spans: readonly Pick<Span, "start" | "end">[]): string {
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, span) => `${rest.slice(0, span.start)} ${rest.slice(span.end)}`, text);
}
