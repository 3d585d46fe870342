import { languageOf } from "@errand/shared/locale";
import { words as english } from "./en.ts";
import type { LoadedWords, Words } from "./words.ts";

/** The languages that are files of their own, fetched when a visitor needs them. */
const LANGUAGES: Record<string, () => Promise<{ words: Words }>> = {
  az: () => import("./az.ts"),
};

/** The words for the first of these locales that there are words for; English when they cannot be fetched. */
export async function loadWords(...locales: string[]): Promise<LoadedWords> {
  for (const language of locales.map(languageOf)) {
    if (language === "en") break;
    const words = await LANGUAGES[language]?.().catch(() => undefined);
    if (words) return words.words;
  }
  return english;
}
