import type { Reading } from "./reading.ts";

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATETIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/i;

/** Reads a day of the calendar (RFC 3339 `full-date`). */
export function readDate(value: unknown): Reading {
  const text = typeof value === "string" ? value.trim() : "";
  return isDay(text) ? { value: text } : { expected: "a day written as YYYY-MM-DD, such as 2027-03-31" };
}

/** Reads a moment (RFC 3339), or a time of day at the endpoint's own place, which has no offset. */
export function readDatetime(value: unknown): Reading {
  const expected = "a date and time such as 2027-03-31T14:30:00+04:00";
  const match = DATETIME.exec(typeof value === "string" ? value.trim() : "");
  if (!match) return { expected };
  const [, day = "", hours = "", minutes = "", seconds = "00", fraction = "", offset = ""] = match;
  const isTime = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
  if (!isDay(day) || !isTime || !isOffset(offset)) return { expected };
  return { value: `${day}T${hours}:${minutes}:${seconds}${fraction}${offset.toUpperCase()}` };
}

function isDay(text: string): boolean {
  if (!DATE.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isOffset(offset: string): boolean {
  const [hours = "0", minutes = "0"] = offset.slice(1).split(":");
  return offset.length <= 1 || (Number(hours) < 24 && Number(minutes) < 60);
}
