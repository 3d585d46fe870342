import type { CountryCode } from "libphonenumber-js/min";
import { lazily, requirePackage } from "../../../lazy-package.ts";
import { findSpans, type Span, type ValueContext } from "./span.ts";

const phoneNumbers = lazily(
  () => requirePackage("libphonenumber-js/min") as typeof import("libphonenumber-js/min"),
);

const EMAIL = /[^\s@<>()[\],;:"'“”«»]{1,64}@[\p{L}\d](?:[\p{L}\d.-]{0,250}[\p{L}\d])?\.\p{L}{2,63}/gu;
const URL_LIKE = /(?:https?:\/\/|www\.)[^\s<>"“”«»]+/giu;

export function findEmails(text: string): Span[] {
  return findSpans(text, EMAIL, ([email]) => email);
}

/** Phone numbers in E.164 form; without a country code they are read as numbers of the locale's region. */
export function findPhones(text: string, context: ValueContext): Span[] {
  const defaultCountry = new Intl.Locale(context.locale).maximize().region as CountryCode;
  return phoneNumbers()
    .findPhoneNumbersInText(text, { defaultCountry })
    .map((found) => ({
      value: found.number.number,
      start: found.startsAt,
      end: found.endsAt,
    }));
}

export function findUrls(text: string): Span[] {
  return findSpans(text, URL_LIKE, ([match]) => {
    const url = match.replace(/[.,;:!?)\]}'"]+$/, "");
    return URL.parse(/^www\./i.test(url) ? `https://${url}` : url)?.href;
  });
}
