const REDACTED = "[redacted]";
/** Anything shorter occurs in ordinary text: replacing it would garble answers and tell which letters it has. */
const MIN_LENGTH = 4;

/**
 * Makes a function that replaces each secret in a text by `[redacted]`: as it is, percent-encoded, in base64 or
 * base64url (a basic credential is given whole, `user:pass`), JSON-escaped, and with `Bearer ` or `Basic ` in front.
 * Secrets of fewer than four characters are left alone.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(secrets.filter((secret) => secret.length >= MIN_LENGTH).flatMap(formsOf));
  if (forms.size === 0) return (text) => text;
  // Longest first, or a form that begins another would leave the other's rest in the text.
  const alternatives = [...forms].toSorted((a, b) => b.length - a.length).map(escapeRegExp);
  const pattern = new RegExp(`(?:\\b(?:Bearer|Basic)(?: |%20|\\+))?(?:${alternatives.join("|")})`, "gi");
  return (text) => text.replace(pattern, REDACTED);
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
