import { dictionaryOf } from "@errand/shared/dictionary";
import { words as english } from "./en.ts";
import type { LoadedWords, Words } from "./words.ts";

/** The languages that are files of their own, fetched when a visitor needs them. */
const DICTIONARIES = "ar az de es fa fi fr he hi it ja ko nl pl pt pt-PT ru tr uk zh zh-Hant".split(" ");

/** The words for the first of these locales that there are words for; English when they cannot be fetched. */
export async function loadWords(...locales: string[]): Promise<LoadedWords> {
  for (const name of locales.map(dictionaryOf)) {
    if (name === "en") break;
    const found = DICTIONARIES.includes(name) && (await fetchWords(name).catch(() => undefined));
    if (found) return found.words;
  }
  return english;
}

// The build puts the names of the built files here.
const fetchWords = (name: string) => import(`./dictionaries/${name}.ts`) as Promise<{ words: Words }>;
