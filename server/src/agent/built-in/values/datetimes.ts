import { phrases } from "../vocabulary/phrases.ts";
import { wordsOf } from "../words.ts";
import { toMoment } from "./calendar.ts";
import { findDates } from "./dates.ts";
import { findPhrases, findSpans, overlap, withoutOverlaps, type Span, type ValueContext } from "./span.ts";

const ISO_DATETIME = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?(?![\d:])/g;
const CLOCK =
  /(?<![\d:.,])(\d{1,2})(?::(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)(?!\p{L})|(?<![\d:.,])(\d{1,2}):(\d{2})(?![\d:])/giu;
/** An hour that a word marks as one: `klo 18`, `saat 18.30`, `à 18h30`, `18 Uhr`. */
const MARKED =
  /(?<![\p{L}\d])(?:klo|kello|saat|at|um|à|las|в)\s+(\d{1,2})(?:[.:h](\d{2}))?(?![\d.:/]|\s*(?:am|pm))|(?<![\d:.,/])(\d{1,2})(?:[.:h](\d{2}))?\s*(?:uhr|h|часов|часа|o'clock)(?![\p{L}\d])/giu;

/** Moments as RFC 3339 date-times: a wall clock's time is taken in the visitor's zone. */
export function findDatetimes(text: string, context: ValueContext): Span<string>[] {
  const complete = findSpans(text, ISO_DATETIME, (match) => readComplete(match, context));
  const isFree = (span: Span) => !complete.some((each) => overlap(each, span));
  const dates = findDates(text, context).filter(isFree);
  const times = findTimes(text).filter((time) => isFree(time) && !dates.some((date) => overlap(date, time)));
  const pairs = dates.flatMap((date, at): Span<string>[] => {
    const time = times[at];
    if (time === undefined) return [];
    const start = Math.min(date.start, time.start);
    const end = Math.max(date.end, time.end);
    return [{ value: toMoment(date.value, `${time.value}:00`, context.timeZone), start, end }];
  });
  return [...complete, ...pairs].sort((a, b) => a.start - b.start);
}

function readComplete(
  [, day = "", time = "", seconds = ":00", offset]: RegExpExecArray,
  context: ValueContext,
) {
  const wall = `${day}T${time}${seconds}`;
  if (new Date(`${wall}Z`).getTime() !== Date.parse(`${wall}Z`)) return undefined;
  if (offset === undefined) return toMoment(day, time + seconds, context.timeZone);
  const moment = new Date(wall + offset);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().replace(".000Z", "Z");
}

function findTimes(text: string): Span<string>[] {
  const words = wordsOf(text);
  return withoutOverlaps([
    ...findSpans(text, CLOCK, ([, hour12, minute12, half, hour24, minute24]) =>
      half === undefined
        ? toTime(hour24, minute24)
        : toTime(hour12, minute12, half.toLowerCase().replaceAll(".", "")),
    ),
    ...findSpans(text, MARKED, ([, hour, minute, later, minuteLater]) =>
      toTime(hour ?? later, minute ?? minuteLater),
    ),
    ...findPhrases(words, phrases.noon, "12:00"),
    ...findPhrases(words, phrases.midnight, "00:00"),
  ]);
}

function toTime(hour = "", minute = "0", half?: string): string | undefined {
  const isHour = half === undefined || (Number(hour) >= 1 && Number(hour) <= 12);
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === "pm" ? 12 : 0);
  if (!isHour || hours > 23 || Number(minute) > 59) return undefined;
  return `${String(hours).padStart(2, "0")}:${String(Number(minute)).padStart(2, "0")}`;
}
