import { foldedWords } from "../words.ts";
import { az } from "./az.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** By language subtag: what is known of each language that the built-in model understands. */
export const vocabularies: Record<string, Vocabulary> = { en, az, ru, tr, fi, de, es, fr };

/** Phrases of every known language for one notion, as folded words: a visitor may write in any of them. */
export type Phrases = Record<keyof Vocabulary, string[][]>;

export const phrases = Object.fromEntries(
  (Object.keys(en) as (keyof Vocabulary)[]).map((key) => [key, gather(key)]),
) as Phrases;

function gather(key: keyof Vocabulary): string[][] {
  return Object.values(vocabularies).flatMap((language) => toPhrases(language[key]));
}

/** The phrases of an entry as folded words. */
export function toPhrases(entry: string): string[][] {
  return entry.split("|").map(foldedWords);
}

const stopWords = new Set(phrases.stop.flat());
/** Days and times belong to values more than to wishes. */
const weakWords = new Set(
  (
    ["weak", "yesterday", "today", "tomorrow", "dayAfterTomorrow", "last", "next", "days", "weeks"] as const
  ).flatMap((notion) => phrases[notion].flat()),
);

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

export function isWeakWord(word: string): boolean {
  return weakWords.has(word);
}
