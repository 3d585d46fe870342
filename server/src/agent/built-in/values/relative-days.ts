import { languageOf } from "@errand/shared/locale";
import { phrases, phrasesBy, vocabularies } from "../vocabulary/phrases.ts";
import { indexOfPhrase, wordsOf, type Word } from "../words.ts";
import { addDays, todayOf, weekdayOf } from "./calendar.ts";
import { weekdayAt } from "./calendar-names.ts";
import { readNumberWords } from "./number-words.ts";
import { findPhrases, type Span, type ValueContext } from "./span.ts";

const OFFSETS = { yesterday: -1, today: 0, tomorrow: 1, dayAfterTomorrow: 2 } as const;
const MAX_AHEAD = 1_000;
/** Words that stand for one before a unit: "in a week". */
const ARTICLES = new Set(["a", "an", "ein", "eine", "einem", "einer", "un", "una", "une", "одну", "один"]);

/** "tomorrow", "next Monday", "in 3 days": counted from the visitor's today, so none where that is not known. */
export function findRelativeDays(text: string, context: ValueContext): Span<string>[] {
  const today = todayOf(context);
  if (today === undefined) return [];
  const words = wordsOf(text);
  return [
    ...findNamedDays(words, today, context.locale),
    ...findWeekdays(words, today, context.locale),
    ...findDaysAhead(words, today),
  ];
}

/** `sabah` is tomorrow in Azerbaijani and the morning in Turkish. */
function languagesFor(locale: string): string[] {
  const isTurkish = languageOf(locale) === "tr";
  return Object.keys(vocabularies).filter((language) => !(isTurkish && language === "az"));
}

function findNamedDays(words: readonly Word[], today: string, locale: string): Span<string>[] {
  return (Object.keys(OFFSETS) as (keyof typeof OFFSETS)[]).flatMap((day) => {
    const value = addDays(today, OFFSETS[day]);
    return languagesFor(locale).flatMap((language) => {
      const set = phrasesBy[language]?.[day];
      return set ? findPhrases(words, set, value) : [];
    });
  });
}

/** The next day of that name, never today; with "last" beside it the one before today. */
function findWeekdays(words: readonly Word[], today: string, locale: string): Span<string>[] {
  const folded = words.map((word) => word.text);
  const isLast = (word: string | undefined) => word !== undefined && phrases.last.lengthAt([word], 0) > 0;
  return words.flatMap((first, at): Span<string>[] => {
    const named = weekdayAt(folded, at, locale);
    const last = named && words[at + named.length - 1];
    if (!named || !last) return [];
    const ahead = (named.weekday - weekdayOf(today) + 7) % 7 || 7;
    const isOver = isLast(folded[at - 1]) || isLast(folded[at + named.length]);
    const days = isOver ? (ahead === 7 ? -7 : ahead - 7) : ahead;
    return [{ value: addDays(today, days), start: first.start, end: last.end }];
  });
}

function findDaysAhead(words: readonly Word[], today: string): Span<string>[] {
  const folded = words.map((word) => word.text);
  return words.flatMap((unit, at): Span<string>[] => {
    const length = unitLength(unit.text);
    const count = readCount(folded[at - 1]);
    const before = count === undefined ? at : at - 1;
    const from = words[before];
    if (length === 0 || from === undefined || !isAhead(folded, before, at)) return [];
    const days = (count ?? 1) * length;
    return days <= MAX_AHEAD ? [{ value: addDays(today, days), start: from.start, end: unit.end }] : [];
  });
}

function unitLength(word: string): number {
  if (phrases.days.lengthAt([word], 0) > 0) return 1;
  return phrases.weeks.lengthAt([word], 0) > 0 ? 7 : 0;
}

function readCount(word = ""): number | undefined {
  if (ARTICLES.has(word)) return 1;
  return /^\d{1,3}$/.test(word) ? Number(word) : readNumberWords([word]);
}

/** Whether "in", "from now" or their like stands right before the number or right after the unit. */
function isAhead(words: readonly string[], number: number, unit: number): boolean {
  return phrases.inTime.all.some(
    (phrase) =>
      indexOfPhrase(words.slice(Math.max(0, number - phrase.length), number), phrase) === 0 ||
      indexOfPhrase(words.slice(unit + 1, unit + 1 + phrase.length), phrase) === 0,
  );
}
