import { opensWith } from "../vocabulary/phrase-set.ts";
import { phrases } from "../vocabulary/phrases.ts";
import { foldedWords } from "../words.ts";
import { findWrittenDates } from "./dates.ts";
import { decimalSignIn } from "./locale-signs.ts";
import { readNumberWords } from "./number-words.ts";
import { findSpans, overlap, type Span, type ValueContext } from "./span.ts";

/** A number that stands alone: no part of an order number, a date or a word. */
const NUMBER =
  /(?<![\p{L}\d_][-–./:]?)[-+]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)*(?![\p{L}\d_]|[-–/:]\d)/gu;

/** Numbers by the locale's signs, but not those in a date. */
export function findNumbers(text: string, context: ValueContext): Span[] {
  const dates = findWrittenDates(text, context);
  return findSpans(text, NUMBER, ([match]) => parseNumber(match, context.locale)).filter(
    (span) => !dates.some((date) => overlap(date, span)),
  );
}

export function findIntegers(text: string, context: ValueContext): Span[] {
  return findNumbers(text, context).filter((span) => Number.isSafeInteger(span.value));
}

/** `1.234,5` by the locale's signs; a single sign before three digits parts thousands unless it is the decimal sign. */
function parseNumber(text: string, locale: string): number | undefined {
  const digits = text.replaceAll(/[ \u00a0\u202f]/g, "");
  const decimal = decimalSignOf(digits, locale);
  const plain = digits.replaceAll(/[.,]/g, (sign) => (sign === decimal ? "." : ""));
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

function decimalSignOf(digits: string, locale: string): string | undefined {
  const signs = [...digits.matchAll(/[.,]/g)].map(([sign]) => sign);
  const last = signs.at(-1);
  if (last === undefined || signs.filter((sign) => sign === last).length > 1) return undefined;
  if (signs.length > 1) return last;
  return last === decimalSignIn(locale) || !/[.,]\d{3}$/.test(digits) ? last : undefined;
}

/** A number from one to twelve in words, when the text is nothing else. */
export function readNumberWord(text: string): number | undefined {
  return readNumberWords(foldedWords(text));
}

/** Yes or no, when the text opens with one of them. */
export function readBoolean(text: string): boolean | undefined {
  const words = foldedWords(text);
  if (opensWith(words, phrases.no)) return false;
  return opensWith(words, phrases.yes) ? true : undefined;
}
