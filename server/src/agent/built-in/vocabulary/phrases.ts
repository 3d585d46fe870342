import { foldedWords } from "../words.ts";
import { az } from "./az.ts";
import { en } from "./en.ts";
import type { Vocabulary } from "./vocabulary.ts";

const LANGUAGES = [en, az];

/** Phrases of every known language for one notion, as folded words: a visitor may write in any of them. */
export type Phrases = Record<keyof Vocabulary, string[][]>;

export const phrases: Phrases = {
  stop: gather("stop"),
  weak: gather("weak"),
  greeting: gather("greeting"),
  thanks: gather("thanks"),
  goodbye: gather("goodbye"),
  help: gather("help"),
  cancel: gather("cancel"),
  retry: gather("retry"),
  correction: gather("correction"),
  yes: gather("yes"),
  no: gather("no"),
  and: gather("and"),
  yesterday: gather("yesterday"),
  today: gather("today"),
  tomorrow: gather("tomorrow"),
  about: gather("about"),
  is: gather("is"),
  story: gather("story"),
  pronoun: gather("pronoun"),
  numbers: gather("numbers"),
};

function gather(key: keyof Vocabulary): string[][] {
  return LANGUAGES.flatMap((language) => language[key].split("|").map(foldedWords));
}

const stopWords = new Set(phrases.stop.flat());
const weakWords = new Set(phrases.weak.flat());

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

export function isWeakWord(word: string): boolean {
  return weakWords.has(word);
}
