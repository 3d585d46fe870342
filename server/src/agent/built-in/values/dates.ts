import { rememberByText } from "../../../remember.ts";
import { toDate, toNearestDate } from "./calendar.ts";
import { monthOf } from "./calendar-names.ts";
import { decimalSignIn } from "./locale-signs.ts";
import { findRelativeDays } from "./relative-days.ts";
import { findSpans, withoutOverlaps, type Span, type ValueContext } from "./span.ts";

const ISO_DATE = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;
const NUMERIC_DATE = /(?<![\d./])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/g;
/** `24.12.`, `24/12`: without a year. */
const SHORT_DATE = /(?<![\d./-])(\d{1,2})(?:\.\s?(\d{1,2})(\.?)|\/(\d{1,2}))(?![\d./]|-\d)/g;
const DAY_MONTH =
  /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:(?:of|de)\s+)?(\p{L}{3,})\.?(?:,?\s+(?:de\s+)?(\d{4}))?/giu;
const MONTH_DAY =
  /(?<![\p{L}\d])(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th|\.)?(?![\p{L}\d:])(?:,?\s+(\d{4}))?/giu;

/** Days as `YYYY-MM-DD`: written out in any usual way, or counted from the visitor's today. */
export function findDates(text: string, context: ValueContext): Span<string>[] {
  return withoutOverlaps([
    ...findWrittenDates(text, context),
    ...findSpans(text, SHORT_DATE, (match) => readShortDate(match, context)),
    ...findRelativeDays(text, context),
  ]);
}

/** Days that are nothing else: with a year, or with the month's name. */
export function findWrittenDates(text: string, context: ValueContext): Span<string>[] {
  const isMonthFirst = writesMonthFirst(context.locale);
  const read = (day = "", name = "", year?: string) => {
    const month = monthOf(name, context.locale);
    if (month === undefined) return undefined;
    return year === undefined ? toNearestDate(String(month), day, context) : toDate(year, String(month), day);
  };
  return withoutOverlaps([
    ...findSpans(text, ISO_DATE, ([, year, month, day]) => toDate(year, month, day)),
    ...findSpans(text, NUMERIC_DATE, (match) => readNumericDate(match, isMonthFirst)),
    ...findSpans(text, DAY_MONTH, ([, day, month, year]) => read(day, month, year)),
    ...findSpans(text, MONTH_DAY, ([, month, day, year]) => read(day, month, year)),
  ]);
}

/** Day first, unless the locale writes the month first; the other way round when only that is a date. */
function readNumericDate([, first, , second, year = ""]: RegExpExecArray, isMonthFirst: boolean) {
  const fullYear = year.length === 2 ? `20${year}` : year;
  const dayFirst = toDate(fullYear, second, first);
  const monthFirst = toDate(fullYear, first, second);
  return isMonthFirst ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
}

/** `24.12` without its last point is a number wherever a point parts decimals. */
function readShortDate([, first = "", dotted, end, slashed]: RegExpExecArray, context: ValueContext) {
  const second = dotted ?? slashed ?? "";
  if (dotted !== undefined && end === "" && decimalSignIn(context.locale) === ".") return undefined;
  const isMonthFirst = slashed !== undefined && writesMonthFirst(context.locale);
  return isMonthFirst ? toNearestDate(first, second, context) : toNearestDate(second, first, context);
}

const writesMonthFirst: (locale: string) => boolean = rememberByText((locale) => {
  const region = new Intl.Locale(locale).region;
  if (region === undefined) return false;
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "numeric" }).formatToParts(0);
  return parts.find((part) => part.type === "day" || part.type === "month")?.type === "month";
}, 200);
