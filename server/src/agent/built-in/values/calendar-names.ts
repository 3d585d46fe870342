import { languageOf } from "@errand/shared/locale";
import { rememberByText } from "../../../remember.ts";
import { vocabularies } from "../vocabulary/phrases.ts";
import { fold, foldedWords } from "../words.ts";

/** Letters that may follow a name in languages that bend it: `mayısta`, `toukokuussa`, `maanantaina`. */
const MAX_ENDING = 5;
/** Shorter names stand at the beginning of too many words; `may`, which Azerbaijani bends, is looked for by itself. */
const MIN_BENT = 4;

interface Names {
  /** From 1, by folded names, bent ones and the usual short forms. */
  months: Map<string, number>;
  /** From 0, a Sunday; folded names of one or two words. */
  weekdays: { words: readonly string[]; weekday: number }[];
}

/** The months' and weekdays' names in the locale's language and in every language that the model knows. */
const namesIn = rememberByText((language): Names => {
  const months = new Map<string, number>();
  const weekdays: Names["weekdays"] = [];
  for (const tag of [...Object.keys(vocabularies), language]) {
    for (let month = 1; month <= 12; month += 1)
      for (const name of monthForms(tag, month)) months.set(name, month);
    for (let weekday = 0; weekday < 7; weekday += 1)
      weekdays.push({ words: foldedWords(nameOf(tag, { weekday: "long" }, 5 + weekday)), weekday });
  }
  return { months, weekdays: weekdays.sort((a, b) => b.words.join().length - a.words.join().length) };
}, 50);

function monthForms(tag: string, month: number): string[] {
  const day = Date.UTC(2000, month - 1, 1);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" })
      .formatToParts(day)
      .find(({ type }) => type === "month")?.value ?? "";
  return [format({ month: "long" }), format({ month: "long", day: "numeric" }), format({ month: "short" })]
    .map((name) => fold(name).replaceAll(".", ""))
    .filter((name) => name.length >= 3 && /\p{L}/u.test(name));
}

/** Of a day in August 2001; the fifth was a Sunday. */
function nameOf(tag: string, options: Intl.DateTimeFormatOptions, day: number): string {
  return new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }).format(Date.UTC(2001, 7, day));
}

/** The month, from 1, that a word names. */
export function monthOf(word: string, locale: string): number | undefined {
  const { months } = namesIn(languageOf(locale));
  const name = fold(word);
  const exact = months.get(name);
  if (exact !== undefined) return exact;
  for (let length = name.length - 1; length >= MIN_BENT && name.length - length <= MAX_ENDING; length -= 1) {
    const month = months.get(name.slice(0, length));
    if (month !== undefined) return month;
  }
  return /^may\p{L}{1,3}$/u.test(name) ? months.get("may") : undefined;
}

/** The weekday, from 0, a Sunday, that begins at a word, and how many words name it. */
export function weekdayAt(
  words: readonly string[],
  at: number,
  locale: string,
): { weekday: number; length: number } | undefined {
  const found = namesIn(languageOf(locale)).weekdays.find(({ words: name }) =>
    name.every((part, offset) => isNamed(words[at + offset] ?? "", part, offset === name.length - 1)),
  );
  return found && { weekday: found.weekday, length: found.words.length };
}

/** The name, with an ending behind it or, as in Russian, in its last letter's stead. */
function isNamed(word: string, name: string, mayBend: boolean): boolean {
  if (word === name) return true;
  if (!mayBend || name.length < 4) return false;
  if (word.startsWith(name)) return word.length - name.length <= MAX_ENDING - 1;
  return (
    /\p{Script=Cyrillic}/u.test(name) && word.length === name.length && word.startsWith(name.slice(0, -1))
  );
}

/** Whether a folded word names a weekday or a month in a language that the model knows. */
export function isCalendarWord(word: string): boolean {
  return weekdayAt([word], 0, "en") !== undefined || (word.length > 3 && monthOf(word, "en") !== undefined);
}
