import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRedactor } from "./redact.ts";

const SECRET = 'p@ss/w"rd+ə !~';
const base64 = Buffer.from(SECRET).toString("base64");

const FORMS: [name: string, text: string][] = [
  ["plain", SECRET],
  ["percent-encoded", encodeURIComponent(SECRET)],
  ["percent-encoded in lower case", encodeURIComponent(SECRET).replace(/%../g, (hex) => hex.toLowerCase())],
  ["percent-encoded strictly", encodeURIComponent(SECRET).replaceAll("!", "%21")],
  ["form-encoded", new URLSearchParams([["", SECRET]]).toString().slice(1).replaceAll("%7E", "~")],
  ["base64", base64],
  ["base64 without padding", base64.replace(/=+$/, "")],
  ["base64url", Buffer.from(SECRET).toString("base64url")],
  ["base64 in a URL", encodeURIComponent(base64)],
  ["JSON", JSON.stringify(SECRET).slice(1, -1)],
  ["JSON with escaped slashes", JSON.stringify(SECRET).slice(1, -1).replaceAll("/", "\\/")],
  ["JSON in ASCII", JSON.stringify(SECRET).slice(1, -1).replaceAll("ə", "\\u0259")],
  ["JSON in ASCII, upper case", JSON.stringify(SECRET).slice(1, -1).replaceAll("ə", "\\U0259")],
  ["a bearer credential", `Bearer ${SECRET}`],
  ["a bearer credential in lower case", `bearer ${SECRET}`],
  ["a basic credential", `Basic ${base64}`],
];

describe("the redactor", () => {
  const redact = createRedactor([SECRET]);

  it.each(FORMS)("removes a secret that is %s", (_, text) => {
    expect(redact(`{"a":"${text}","b":1}`)).toBe('{"a":"[redacted]","b":1}');
  });

  it("removes any secret in any of its main forms, wherever it stands", () => {
    const secrets = fc.string({ unit: "grapheme", minLength: 4 }).filter((value) => value.isWellFormed());
    fc.assert(
      fc.property(secrets, fc.nat(3), (secret, form) => {
        const shown = [
          secret,
          encodeURIComponent(secret),
          Buffer.from(secret).toString("base64"),
          JSON.stringify(secret).slice(1, -1),
        ][form];
        expect(createRedactor([secret])(`<${shown}>`)).toBe("<[redacted]>");
      }),
    );
  });

  it("removes every occurrence of every secret, the longer one first", () => {
    const redactBoth = createRedactor(["abcd", "abcdefgh"]);
    expect(redactBoth("abcdefgh abcd abcdefgh")).toBe("[redacted] [redacted] [redacted]");
  });

  it("leaves the rest of a text as it is", () => {
    const text = 'Bearer of news: 100% $& $1 "p@ss" Basic [redacted]';
    expect(redact(text)).toBe(text);
  });

  it("ignores secrets of fewer than four characters, and none at all", () => {
    expect(createRedactor(["abc", ""])("abc")).toBe("abc");
    expect(createRedactor([])("abc")).toBe("abc");
  });
});
