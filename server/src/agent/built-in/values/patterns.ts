import type { Parameter } from "@errand/shared/action";
import { rememberByText } from "../../../remember.ts";
import { findSpans, type Span } from "./span.ts";

/** The shape of a code such as an order number, taken from the example in a hint. */
interface CodePattern {
  example: string;
  /** The example's own letters, any digits, separators at will: `ord 17` for `ORD-123`. */
  literal: RegExp;
  /** Any letters and digits in the example's arrangement. */
  shape: RegExp;
}

const CODE = /[\p{L}\d]+(?:[-_/.#][\p{L}\d]+)*/gu;
const BEFORE = "(?<![\\p{L}\\d_-])";
const AFTER = "(?![\\p{L}\\d_]|-(?:\\d|\\p{L}{5}|\\p{L}*\\d))";
/** What Azerbaijani and Turkish put behind a code with a hyphen, in small letters: `ORD-7-ni`. */
const ENDING = /^-(?!\p{Ll}{1,4}(?![\p{L}\d_-]))/u;

/** All that a pattern is taken from: parameters with the same hint have the same codes. */
type Hinted = Pick<Parameter, "type" | "hint">;

/** The pattern that the hint's example gives a text parameter, or undefined without an example. */
export function patternOf(parameter: Hinted): CodePattern | undefined {
  return parameter.type === "text" ? patternIn(parameter.hint).pattern : undefined;
}

const patternIn = rememberByText((hint): { pattern: CodePattern | undefined } => {
  const codes = hint.match(CODE)?.filter((code) => /\d/.test(code)) ?? [];
  const example = codes.find((code) => /\p{L}/u.test(code)) ?? codes.find((code) => code.length >= 3);
  if (example === undefined) return { pattern: undefined };
  return { pattern: { example, literal: toPattern(example, true), shape: toPattern(example, false) } };
});

function toPattern(example: string, isLiteral: boolean): RegExp {
  const runs = example.match(/\p{L}+|\d+|[^\p{L}\d]+/gu) ?? [];
  const hasLetters = /\p{L}/u.test(example);
  const separator = /\p{L}{2}/u.test(example) ? String.raw`[\s–—_/.#-]` : "[–—_/.#-]";
  const source = runs.map((run, at) => {
    if (/^\d/.test(run)) return hasLetters ? String.raw`\d+` : digitsLike(run);
    if (/^\p{L}/u.test(run)) return isLiteral ? run : String.raw`\p{L}+`;
    if (!isLiteral || !hasLetters) return `[${run}]`;
    // Between two runs of digits it must stand, or the pattern would match in many ways.
    return runs.slice(at - 1, at + 2).every((each) => /^[\d\P{L}]/u.test(each)) ? separator : `${separator}?`;
  });
  return new RegExp(BEFORE + source.join("") + AFTER, "giu");
}

/** About as many digits: a year or a count must not pass for a long number. */
function digitsLike(run: string): string {
  return `\\d{${Math.max(1, run.length - 1)},${run.length + 3}}`;
}

/** Codes of the parameter's pattern as the example writes them; with its own letters if there are any such. */
export function findCodes(parameter: Hinted, text: string): Span[] {
  const own = findOwnCodes(parameter, text);
  const pattern = patternOf(parameter);
  if (own.length > 0 || pattern === undefined) return own;
  return findAlone(text, pattern.shape, (code) => inCase(code, pattern.example));
}

/** Only the codes that have the example's own letters: `ORD-7` for `ORD-123`, but not `INV-7`. */
export function findOwnCodes(parameter: Hinted, text: string): Span[] {
  const pattern = patternOf(parameter);
  if (pattern === undefined) return [];
  return findAlone(text, pattern.literal, (code) => likeExample(code, pattern.example));
}

/** What goes on with a hyphen is another code, unless it is an ending of the language. */
function findAlone(text: string, pattern: RegExp, read: (code: string) => string): Span[] {
  return findSpans(text, pattern, (match) => {
    const [code] = match;
    return ENDING.test(text.slice(match.index + code.length)) ? undefined : read(code);
  });
}

/** `ord 1001` → `ORD-1001` after the example `ORD-123`. */
function likeExample(code: string, example: string): string {
  const runs = code.match(/\p{L}+|\d+/gu) ?? [];
  let next = 0;
  const parts = example.match(/\p{L}+|\d+|[^\p{L}\d]+/gu) ?? [];
  const built = parts.map((part) => (/^[\p{L}\d]/u.test(part) ? (runs[next++] ?? "") : part)).join("");
  return inCase(built, example);
}

function inCase(code: string, example: string): string {
  if (example === example.toUpperCase()) return code.toUpperCase();
  return example === example.toLowerCase() ? code.toLowerCase() : code;
}
