import { phrases } from "../vocabulary/phrases.ts";
import { fold, indexOfPhrase, wordsOf } from "../words.ts";
import { findSpans, type Span, type ValueContext } from "./span.ts";

const ISO_DATE = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;
const NUMERIC_DATE = /(?<![\d./])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/g;
const DAY_MONTH = /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(\p{L}{3,})\.?(?:,?\s+(\d{4}))?/giu;
const MONTH_DAY =
  /(?<![\p{L}\d])(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d:])(?:,?\s+(\d{4}))?/giu;
const ISO_DATETIME = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g;
const TIME = /(?<![\d:])(\d{1,2})(?::(\d{2}))?\s*(am|pm)(?!\p{L})|(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])/giu;

const DAY_MS = 86_400_000;

/** Days as `YYYY-MM-DD`: ISO, day.month.year, month names, and yesterday, today, tomorrow (UTC). */
export function findDates(text: string, context: ValueContext): Span<string>[] {
  const names = monthNames(context.locale);
  const isMonthFirst = writesMonthFirst(context.locale);
  const read = (day?: string, name = "", year = String(context.now.getUTCFullYear())) =>
    toDate(year, String(names.get(fold(name)) ?? ""), day);
  const found = [
    ...findSpans(text, ISO_DATE, ([, year, month, day]) => toDate(year, month, day)),
    ...findSpans(text, NUMERIC_DATE, (match) => readNumericDate(match, isMonthFirst)),
    ...findSpans(text, DAY_MONTH, ([, day, month, year]) => read(day, month, year)),
    ...findSpans(text, MONTH_DAY, ([, month, day, year]) => read(day, month, year)),
    ...findRelativeDays(text, context),
  ];
  return found.sort((a, b) => a.start - b.start);
}

/** Moments as RFC 3339 date-times; a time without an offset is taken as UTC. */
export function findDatetimes(text: string, context: ValueContext): Span<string>[] {
  const complete = findSpans(text, ISO_DATETIME, ([match]) => toMoment(match));
  const dates = findDates(text, context);
  const times = findSpans(text, TIME, readTime);
  const pairs = dates.flatMap((date, at): Span<string>[] => {
    const time = times[at];
    if (time === undefined || complete.some((each) => each.start <= date.start && date.end <= each.end))
      return [];
    const start = Math.min(date.start, time.start);
    const end = Math.max(date.end, time.end);
    return [{ value: `${date.value}T${time.value}:00Z`, start, end }];
  });
  return [...complete, ...pairs].sort((a, b) => a.start - b.start);
}

function toDate(year = "", month = "", day = ""): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
  return iso === `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` ? iso : undefined;
}

/** Day first, unless the locale writes the month first; the other way round when only that is a date. */
function readNumericDate([, first, , second, year = ""]: RegExpMatchArray, isMonthFirst: boolean) {
  const fullYear = year.length === 2 ? `20${year}` : year;
  const dayFirst = toDate(fullYear, second, first);
  const monthFirst = toDate(fullYear, first, second);
  return isMonthFirst ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
}

function writesMonthFirst(locale: string): boolean {
  const region = new Intl.Locale(locale).region;
  if (region === undefined) return false;
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "numeric" }).formatToParts(0);
  return parts.find((part) => part.type === "day" || part.type === "month")?.type === "month";
}

/** Months, from 1, by their names and the names' first three letters: in English, Azerbaijani and the locale's language. */
function monthNames(locale: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const tag of ["az", "en", locale]) {
    const format = new Intl.DateTimeFormat(tag, { month: "long", timeZone: "UTC" });
    for (let month = 1; month <= 12; month++) {
      const name = fold(format.format(Date.UTC(2000, month - 1, 1)));
      names.set(name.slice(0, 3), month).set(name, month);
    }
  }
  return names;
}

function findRelativeDays(text: string, context: ValueContext): Span<string>[] {
  const words = wordsOf(text);
  const folded = words.map((word) => word.text);
  const days = { yesterday: -1, today: 0, tomorrow: 1 } as const;
  return (["yesterday", "today", "tomorrow"] as const).flatMap((day) =>
    phrases[day].flatMap((phrase): Span<string>[] => {
      const at = indexOfPhrase(folded, phrase);
      const first = words[at];
      const last = words[at + phrase.length - 1];
      if (first === undefined || last === undefined) return [];
      const value = new Date(context.now.getTime() + days[day] * DAY_MS).toISOString().slice(0, 10);
      return [{ value, start: first.start, end: last.end }];
    }),
  );
}

function toMoment(text: string): string | undefined {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) ? text : `${text}Z`;
  const date = new Date(zoned.replace(" ", "T"));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(".000Z", "Z");
}

function readTime([, hour12, minute12, half, hour24, minute24]: RegExpMatchArray): string | undefined {
  const hours = half ? (Number(hour12) % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : Number(hour24);
  const minutes = Number(minute12 ?? minute24 ?? 0);
  if (hours > 23 || minutes > 59 || (half && (Number(hour12) > 12 || Number(hour12) < 1))) return undefined;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
