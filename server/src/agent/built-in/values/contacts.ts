import type { CountryCode } from "libphonenumber-js/min";
import { lazily, requirePackage } from "../../../lazy-package.ts";
import { findSpans, type Span, type ValueContext } from "./span.ts";

const phoneNumbers = lazily(
  () => requirePackage("libphonenumber-js/min") as typeof import("libphonenumber-js/min"),
);

const EMAIL =
  /(?<![^\s<>()[\],;:"'“”«»])[^\s@<>()[\],;:"'“”«»\\\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+\p{L}{2,63}/gu;
/** RFC 5321 §4.5.3.1.3, without its angle brackets. */
const MAX_EMAIL_LENGTH = 254;
const MAX_URL_LENGTH = 2_000;
const URL_LIKE = /(?:https?:\/\/|www\.)[^\s<>"“”«»]+/giu;

export function findEmails(text: string): Span[] {
  return findSpans(text, EMAIL, ([email]) => (email.length <= MAX_EMAIL_LENGTH ? email : undefined));
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
    const href = URL.parse(/^www\./i.test(url) ? `https://${url}` : url)?.href;
    return href !== undefined && href.length <= MAX_URL_LENGTH ? href : undefined;
  });
}
