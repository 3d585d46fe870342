import * as z from "zod";
import { canonicalLocale } from "./locale.ts";

/** A BCP 47 tag in canonical form. */
export const localeTag = z
  .string()
  .transform((tag) => canonicalLocale(tag) ?? "")
  .refine((tag) => tag !== "", "must be a BCP 47 language tag, such as en or pt-BR");

/** Text in one language for all, or by BCP 47 tag. */
export const localizedText = z.union([z.string().max(2_000), z.record(localeTag, z.string().max(2_000))]);

const MAX_TIME_ZONE_LENGTH = 64;

/** IANA name of a time zone that this machine knows. */
export const timeZoneName = z
  .string()
  .max(MAX_TIME_ZONE_LENGTH)
  .refine(isTimeZone, "must be a time zone, such as Asia/Baku or Europe/Berlin");

/** Making a format is what tells, and takes a millisecond: what was asked before is kept. */
const timeZones = new Map<string, boolean>();
const MAX_TIME_ZONES = 1_000;

export function isTimeZone(name: string): boolean {
  const known = timeZones.get(name);
  if (known !== undefined) return known;
  if (timeZones.size >= MAX_TIME_ZONES) timeZones.clear();
  const isOne = name.length <= MAX_TIME_ZONE_LENGTH && canFormatIn(name);
  timeZones.set(name, isOne);
  return isOne;
}

function canFormatIn(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
