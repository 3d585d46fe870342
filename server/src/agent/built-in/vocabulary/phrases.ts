import { foldedWords } from "../words.ts";
import { az } from "./az.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { createPhraseSet, type PhraseSet } from "./phrase-set.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** By language subtag: what is known of each language that the built-in model understands. */
export const vocabularies: Record<string, Vocabulary> = { en, az, ru, tr, fi, de, es, fr };

/** Phrases of every known language for one notion: a visitor may write in any of them. */
export type Phrases = Record<keyof Vocabulary, PhraseSet>;

/** The phrases of one language. */
export const phrasesBy: Readonly<Record<string, Phrases>> = Object.fromEntries(
  Object.entries(vocabularies).map(([language, vocabulary]) => [language, toSets([vocabulary])]),
);

export const phrases: Phrases = toSets(Object.values(vocabularies));

function toSets(languages: readonly Vocabulary[]): Phrases {
  const entries = (Object.keys(en) as (keyof Vocabulary)[]).map((notion) => {
    const all = languages.flatMap((language) => language[notion].split("|").map(foldedWords));
    return [notion, createPhraseSet(all)] as const;
  });
  return Object.fromEntries(entries) as Phrases;
}

const stopWords = new Set(phrases.stop.all.flat());
/** Days and times belong to values more than to wishes. */
const weakWords = new Set(
  (
    ["weak", "yesterday", "today", "tomorrow", "dayAfterTomorrow", "last", "next", "days", "weeks"] as const
  ).flatMap((notion) => phrases[notion].all.flat()),
);

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

export function isWeakWord(word: string): boolean {
  return weakWords.has(word);
}
