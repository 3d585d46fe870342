import { rememberByText } from "../../../remember.ts";
import type { ValueContext } from "./span.ts";

const DAY_MS = 86_400_000;
/** A date without a year is the next one, unless it was over this short a time ago. */
const JUST_OVER_DAYS = 90;

/** `YYYY-MM-DD` when there is such a day. */
export function toDate(year = "", month = "", day = ""): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
  return iso === `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` ? iso : undefined;
}

/** The day in the year that is meant: the next one, or one that was over lately. */
export function toNearestDate(month: string, day: string, { now }: ValueContext): string | undefined {
  const today = now.toISOString().slice(0, 10);
  return [-1, 0, 1]
    .map((offset) => toDate(String(now.getUTCFullYear() + offset), month, day))
    .find((date) => date !== undefined && daysBetween(date, today) <= JUST_OVER_DAYS);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** From 0, a Sunday, to 6. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

/** The day that it is where the visitor is; undefined when nobody knows where that is. */
export function todayOf({ now, timeZone }: ValueContext): string | undefined {
  return timeZone === undefined ? undefined : toLocal(now.getTime(), timeZone).slice(0, 10);
}

/** A wall clock's date and time as RFC 3339 with the zone's offset at that moment, in UTC without a zone. */
export function toMoment(day: string, time: string, timeZone = "UTC"): string {
  const wall = Date.parse(`${day}T${time}Z`);
  // Around a change of the clocks the first guess is an hour off; from there the offset is right.
  const guess = wall - offsetAt(wall, timeZone);
  return `${day}T${time}${formatOffset(offsetAt(guess, timeZone))}`;
}

function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(`${toLocal(instant, timeZone)}Z`) - Math.floor(instant / 1_000) * 1_000;
}

function formatOffset(offsetMs: number): string {
  if (offsetMs === 0) return "Z";
  const minutes = Math.abs(offsetMs) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** `YYYY-MM-DDTHH:MM:SS` on the zone's clocks. */
function toLocal(instant: number, timeZone: string): string {
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const { year = "", month, day, hour, minute, second } = parts;
  return `${year.padStart(4, "0")}-${month}-${day}T${hour}:${minute}:${second}`;
}

const clockOf = rememberByText(
  (timeZone) =>
    new Intl.DateTimeFormat("en-u-hc-h23", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    }),
  100,
);
