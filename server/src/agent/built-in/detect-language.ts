import { languageOf } from "@errand/shared/locale";
import { vocabularies } from "./vocabulary/phrases.ts";
import { foldedWords } from "./words.ts";

/** Words of one language's own that make it sure; a word that several languages share counts for a part. */
const SURE = 1.5;
/** How much more than the expected language another must show. */
const LEAD = 2;

const languagesByWord = new Map<string, Set<string>>();
for (const [language, vocabulary] of Object.entries(vocabularies)) {
  for (const word of foldedWords(Object.values(vocabulary).join(" ").replaceAll("|", " "))) {
    languagesByWord.set(word, (languagesByWord.get(word) ?? new Set()).add(language));
  }
}

/** The language that a text is plainly written in; undefined when it does not show. */
function detectLanguage(text: string, expected: string): string | undefined {
  const points = new Map<string, number>();
  for (const word of new Set(foldedWords(text))) {
    const languages = languagesByWord.get(word) ?? new Set();
    for (const language of languages) points.set(language, (points.get(language) ?? 0) + 1 / languages.size);
  }
  const own = points.get(expected) ?? 0;
  const [best] = [...points].toSorted((a, b) => b[1] - a[1]);
  if (best === undefined) return undefined;
  if (best[0] === expected || best[1] < SURE || best[1] < own * LEAD)
    return own >= SURE ? expected : undefined;
  return best[0];
}

/** The locale to answer in: the newest message's language where it shows, else the one of before, at first `locale`. */
export function replyLocale(messages: readonly string[], locale: string): string {
  const expected = languageOf(locale);
  for (const text of messages.toReversed()) {
    const language = detectLanguage(text, expected);
    if (language !== undefined) return language === expected ? locale : language;
  }
  return locale;
}
