import { dictionaryOf } from "./dictionary.ts";

/** What the launcher says beside its icon: `chatWithUs` of the widget's dictionaries, which a test holds it to. */
export const LAUNCHER_LABELS: Record<string, string> = {
  ar: "راسلنا",
  az: "Bizə yazın",
  de: "Fragen Sie uns",
  en: "Chat with us",
  es: "Escríbenos",
  fa: "با ما گفتگو کنید",
  fi: "Kysy meiltä",
  fr: "Écrivez-nous",
  he: "כתבו לנו",
  hi: "हमसे बात करें",
  it: "Scrivici",
  ja: "チャットで相談",
  ko: "문의하기",
  nl: "Stel je vraag",
  pl: "Napisz do nas",
  pt: "Fale conosco",
  "pt-PT": "Fale connosco",
  ru: "Напишите нам",
  tr: "Bize yazın",
  uk: "Напишіть нам",
  zh: "联系我们",
  "zh-Hant": "聯絡我們",
};

/** The label in the language of a locale, or in English. */
export const launcherLabel = (locale: string): string =>
  LAUNCHER_LABELS[dictionaryOf(locale)] ?? LAUNCHER_LABELS["en"] ?? "";
