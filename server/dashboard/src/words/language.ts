import { signal } from "@preact/signals";
import { languageOf } from "@errand/shared/locale";
import { en } from "./en.ts";
import { speak, type Words } from "./words.ts";

/** The languages of the dashboard by their own names. */
export const LANGUAGES = { en: "English", az: "Azərbaycanca", fi: "Suomi", ru: "Русский" } as const;

export type Language = keyof typeof LANGUAGES;

const KEY = "errand.language";

/** English comes with the page; another language is a file of its own, read when it is chosen. */
const DICTIONARIES: Record<Language, () => Promise<Words>> = {
  en: async () => en,
  az: async () => (await import("./az.ts")).az,
  fi: async () => (await import("./fi.ts")).fi,
  ru: async () => (await import("./ru.ts")).ru,
};

const chosen = signal<Language>("en");

/** The language that is spoken now. */
export function currentLanguage(): Language {
  return chosen.value;
}

/** Speaks another language, and remembers it in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speakLanguage(language);
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Where storage is blocked the choice lasts as long as the page.
  }
}

/** Speaks the language chosen before, else the browser's own; English when its words cannot be read. */
export async function startLanguage(): Promise<void> {
  await speakLanguage(pickLanguage([remembered(), ...navigator.languages])).catch(() => undefined);
}

/** The first of these locales that the dashboard speaks. */
export function pickLanguage(locales: readonly (string | undefined)[]): Language {
  const languages = locales.map((locale) => languageOf(locale ?? "").toLowerCase());
  return languages.find(isLanguage) ?? "en";
}

async function speakLanguage(language: Language): Promise<void> {
  speak(await DICTIONARIES[language]());
  chosen.value = language;
  document.documentElement.lang = language;
}

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}

function remembered(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
