import { languageOf } from "@errand/shared/locale";
import { az } from "./az.ts";
import { en } from "./en.ts";
import type { Sentences } from "./language.ts";

const LANGUAGES: Record<string, Sentences> = { en, az };

/** The built-in model's sentences in the locale's language, or in English. */
export function sentencesFor(locale: string): Sentences {
  return LANGUAGES[languageOf(locale)] ?? en;
}
