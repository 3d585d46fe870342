import * as z from "zod";
import { canonicalLocale } from "./locale.ts";

/** A BCP 47 tag in canonical form. */
export const localeTag = z
  .string()
  .transform((tag) => canonicalLocale(tag) ?? "")
  .refine((tag) => tag !== "", "must be a BCP 47 language tag, such as en or pt-BR");

/** Text in one language for all, or by BCP 47 tag. */
export const localizedText = z.union([z.string().max(2_000), z.record(localeTag, z.string().max(2_000))]);

/** IANA name of a time zone that this machine knows. */
export const timeZoneName = z
  .string()
  .max(64)
  .refine(isTimeZone, "must be a time zone, such as Asia/Baku or Europe/Berlin");

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
