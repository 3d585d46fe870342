import { rememberByText } from "../../remember.ts";

/** A word of a text: its folded form, and where it stands in the original (UTF-16 code units). */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** One message is gone through for many things; these few are kept while that lasts. */
const MAX_TEXTS = 200;

/** What is compared of a word: longer ones are no words, and to look for slips in them takes their length squared. */
const MAX_WORD_LENGTH = 64;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });
/** Letters that Unicode does not decompose into a base letter and a mark. */
const PLAIN: Record<string, string> = { ə: "e", ı: "i", ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe" };

/** Lower case without accents: `Sifarişim` → `sifarisim`, `ƏLAQƏ` → `elaqe`. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll("’", "'")
    .replaceAll(/[əıøłđßæœ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a text in any script, by Unicode's word boundaries (UAX #29). Shared: nobody may change them. */
export const wordsOf: (text: string) => readonly Word[] = rememberByText((text) => {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    const text = bare(fold(segment).slice(0, MAX_WORD_LENGTH));
    words.push({ text, start: index, end: index + segment.length });
  }
  return words;
}, MAX_TEXTS);

/** Articles and pronouns that French elides, and what English and Turkish write after an apostrophe. */
const ELIDED = /^(?:[cdjlmnst]|(?:jus|lors|puis)?qu)'(?=\p{L}{2})/u;
const SUFFIX = /'\p{L}{0,5}$/u;

/** `l'adresse` → `adresse`, `order's` → `order`, `istanbul'da` → `istanbul`. */
function bare(word: string): string {
  return word.includes("'") ? word.replace(ELIDED, "").replace(SUFFIX, "") : word;
}

/** The folded words alone; `_` parts words, as in identifiers. Shared: nobody may change them. */
export const foldedWords: (text: string) => readonly string[] = rememberByText(
  (text) => wordsOf(text.replaceAll("_", " ")).map((word) => word.text),
  MAX_TEXTS,
);

/** Where a phrase stands among words, or -1. */
export function indexOfPhrase(words: readonly string[], phrase: readonly string[], from = 0): number {
  if (phrase.length === 0) return -1;
  for (let at = from; at + phrase.length <= words.length; at++) {
    if (phrase.every((word, offset) => words[at + offset] === word)) return at;
  }
  return -1;
}
