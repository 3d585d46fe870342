import { canonicalLocale } from "@errand/shared/locale";
import type { FieldError, LocalizedText } from "@errand/shared/wire";
import { words } from "../words/words.ts";
import { type Keyed, keyed } from "./rows.ts";

/** A text in one language; an empty `locale` means every language. */
export interface LocalizedRow extends Keyed {
  locale: string;
  text: string;
}

/** The rows that a text in several languages is edited as. */
export function toRows(text: LocalizedText): LocalizedRow[] {
  if (typeof text === "string") return text === "" ? [] : [keyed({ locale: "", text })];
  return Object.entries(text).map(([locale, each]) => keyed({ locale, text: each }));
}

/** The text that the rows stand for. */
export function toLocalized(rows: readonly LocalizedRow[]): LocalizedText {
  const [first] = rows;
  if (first && rows.length === 1 && first.locale.trim() === "") return first.text;
  return Object.fromEntries(rows.map((row) => [canonicalLocale(row.locale.trim()) ?? row.locale, row.text]));
}

/** What is wrong with the languages of the rows; pointers are `<pointer>/<row>/locale`. */
export function judgeRows(rows: readonly LocalizedRow[], pointer: string): FieldError[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const at = `${pointer}/${index}/locale`;
    const tag = canonicalLocale(row.locale.trim());
    if (row.locale.trim() === "") {
      return rows.length > 1 ? [{ pointer: at, message: words.faults.languageMissing }] : [];
    }
    if (!tag) return [{ pointer: at, message: words.faults.language }];
    if (seen.has(tag)) return [{ pointer: at, message: words.faults.twice(tag) }];
    seen.add(tag);
    return [];
  });
}
