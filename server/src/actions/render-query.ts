import { parseTemplate, type TemplatePart } from "@errand/shared/template";
import { percentEncode } from "./percent-encoding.ts";
import { rememberByText } from "../remember.ts";
import { textOf, type ValueOf } from "./placeholder-values.ts";

/** One entry of a query or a form, percent-encoded: `text` is `key=value`, or the bare key. */
interface EncodedEntry {
  key: string;
  text: string;
}

/** A key and a template, or a value, for it. */
export interface NamedValue {
  name: string;
  value: string;
}

/** Renders the entries that stand in the URL itself: literals as written, values encoded. @throws RunRefusal */
export function renderWrittenQuery(entries: readonly TemplatePart[][], valueOf: ValueOf): EncodedEntry[] {
  return entries.map((parts) => {
    const key = typeof parts[0] === "string" ? (parts[0].split("=", 1)[0] ?? "") : "";
    const text = parts
      .map((part) => (typeof part === "string" ? part : percentEncode(textOf(valueOf(part.placeholder)))))
      .join("");
    return { key, text };
  });
}

/** Renders the owner's own entries; a list that is a whole value repeats its key. @throws RunRefusal */
export function renderEntries(entries: readonly NamedValue[], valueOf: ValueOf): EncodedEntry[] {
  return entries.flatMap(({ name, value }) => encodeEntry(name, fillValue(value, valueOf)));
}

/** A value under a key, or each of a list's values under that key. */
export function encodeEntry(name: string, value: unknown): EncodedEntry[] {
  const key = percentEncode(name);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.map((each) => ({ key, text: `${key}=${percentEncode(String(each))}` }));
}

/** The parts of a template. @throws SyntaxError */
export const templateParts = rememberByText((text): readonly TemplatePart[] => parseTemplate(text));

/** A template's value: what its only placeholder stands for, with its type, or text. @throws RunRefusal */
export function fillValue(template: string, valueOf: ValueOf): unknown {
  const parts = templateParts(template);
  const [first] = parts;
  if (parts.length === 1 && typeof first === "object") return valueOf(first.placeholder).value;
  return parts.map((part) => (typeof part === "string" ? part : textOf(valueOf(part.placeholder)))).join("");
}
