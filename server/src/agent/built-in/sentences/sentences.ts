import { languageOf } from "@errand/shared/locale";
import { az } from "./az.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import type { Sentences } from "./language.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";

const LANGUAGES: Record<string, Sentences> = { en, az, ru, tr, fi, de, es, fr };

/** The built-in model's sentences in the locale's language, or in English. */
export function sentencesFor(locale: string): Sentences {
  const language = languageOf(locale);
  return Object.hasOwn(LANGUAGES, language) ? (LANGUAGES[language] ?? en) : en;
}
