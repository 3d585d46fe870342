import { rememberByText } from "../remember.ts";

const REDACTED = "[redacted]";
/** Anything shorter occurs in ordinary text: replacing it would garble answers and tell which letters it has. */
const MIN_LENGTH = 4;

/**
 * Makes a function that replaces each secret in a text by `[redacted]`: as it is, percent-encoded, in base64 or
 * base64url (a basic credential is given whole, `user:pass`), JSON-escaped, and with `Bearer ` or `Basic ` in front.
 * Secrets of fewer than four characters are left alone.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const kept = secrets.filter((secret) => secret.length >= MIN_LENGTH);
  // No form is shorter than its secret: most texts are judged by their length alone.
  const minLength = Math.min(...kept.map(({ length }) => length));
  let search: Search | undefined;
  return (text) => {
    if (text.length < minLength) return text;
    search ??= createSearch(kept);
    return search.mayOccurIn(text) ? text.replace(search.pattern, REDACTED) : text;
  };
}

const MAX_REMEMBERED = 200;
const redactorOf = rememberByText((key) => createRedactor(JSON.parse(key) as string[]), MAX_REMEMBERED);

/** The same for secrets that occur again and again: what they may look like is worked out once. */
export function rememberedRedactor(secrets: readonly string[]): (text: string) => string {
  return redactorOf(JSON.stringify(secrets));
}

/**
 * Makes a function that takes values out of a text which were made for one call and are worth little a minute later:
 * as they are, percent-encoded, and with `/` escaped as some JSON writers do.
 */
export function createEchoRedactor(values: readonly string[]): (text: string) => string {
  // No form is shorter than its value.
  const takeOut = (text: string, value: string): string => {
    if (text.length < value.length) return text;
    const forms = [value, encodeURIComponent(value), value.replaceAll("/", "\\/")];
    return forms.reduce((cleaned, form) => cleaned.replaceAll(form, REDACTED), text);
  };
  return (text) => values.reduce(takeOut, text);
}

interface Search {
  /** False for a text that surely holds no form: finding plain text is much cheaper than matching. */
  mayOccurIn: (text: string) => boolean;
  pattern: RegExp;
}

function createSearch(secrets: readonly string[]): Search {
  // Longest first, or a form that begins another would leave the other's rest in the text.
  const forms = [...new Set(secrets.flatMap(formsOf))].toSorted((a, b) => b.length - a.length);
  const lowered = [...new Set(forms.map((form) => form.toLowerCase()))];
  // Beyond ASCII, lower case is not what a pattern compares.
  const isPlain = forms.every((form) => /^[\x20-\x7e]*$/.test(form));
  let compiled: RegExp | undefined;
  return {
    mayOccurIn(text) {
      const lower = text.toLowerCase();
      return !isPlain || lowered.some((form) => lower.includes(form));
    },
    get pattern() {
      return (compiled ??= new RegExp(
        `(?:\\b(?:Bearer|Basic)(?: |%20|\\+))?(?:${forms.map(escapeRegExp).join("|")})`,
        "gi",
      ));
    },
  };
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, "utf8");
  const base64 = bytes.toString("base64");
  const unpadded = base64.replace(/=+$/, "");
  const encodings = [
    secret,
    ...percentEncodings(secret.toWellFormed()),
    base64,
    unpadded,
    bytes.toString("base64url"),
    ...percentEncodings(base64),
  ];
  return encodings.flatMap(jsonEscapes);
}

/** RFC 3986 strict and lenient, and the form encoding of spaces. */
function percentEncodings(text: string): string[] {
  const lenient = encodeURIComponent(text);
  const strict = lenient.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return [lenient, strict, strict.replaceAll("%20", "+")];
}

/** RFC 8259 §7: what must be escaped, `/` as some do, and everything beyond ASCII as others do. */
function jsonEscapes(text: string): string[] {
  const escaped = JSON.stringify(text).slice(1, -1);
  const ascii = escaped.replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return [text, escaped, ascii].flatMap((form) => [form, form.replaceAll("/", "\\/")]);
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
