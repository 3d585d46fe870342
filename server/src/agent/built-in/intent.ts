import { isStopWord, phrases } from "./vocabulary/phrases.ts";
import { foldedWords, indexOfPhrase, withoutPhrases } from "./words.ts";

export type SmallTalk = "greeting" | "thanks" | "goodbye" | "help";

/** When one message holds several, the first of these is answered. */
const PRECEDENCE = ["help", "goodbye", "thanks", "greeting"] as const;

/** What a message is about when it is small talk from end to end. */
export function smallTalkOf(text: string): SmallTalk | undefined {
  const words = foldedWords(text);
  const left = withoutPhrases(
    words,
    PRECEDENCE.flatMap((kind) => phrases[kind]),
  );
  if (!left.every(isStopWord)) return undefined;
  return PRECEDENCE.find((kind) => phrases[kind].some((phrase) => indexOfPhrase(words, phrase) >= 0));
}

/** Whether a message does nothing but take back what was begun. */
export function isCancel(text: string): boolean {
  return isOnly(text, "cancel");
}

/** Whether a message does nothing but ask for the same once more. */
export function isRetry(text: string): boolean {
  return isOnly(text, "retry");
}

function isOnly(text: string, notion: "cancel" | "retry"): boolean {
  const words = foldedWords(text);
  if (!phrases[notion].some((phrase) => indexOfPhrase(words, phrase) >= 0)) return false;
  const left = withoutPhrases(words, [...phrases[notion], ...phrases.thanks, ...phrases.no]);
  return left.every(isStopWord);
}

/** Whether a message opens like a correction: "no, …". */
export function opensCorrection(text: string): boolean {
  const words = foldedWords(text);
  return phrases.correction.some((phrase) => indexOfPhrase(words.slice(0, phrase.length), phrase) === 0);
}

/** Whether a message speaks of something named before: "cancel it". */
export function pointsBack(text: string): boolean {
  const words = foldedWords(text);
  return phrases.pronoun.some((phrase) => indexOfPhrase(words, phrase) >= 0);
}

/** Whether nothing of a text is left beside the words that link and correct. */
export function isBare(text: string): boolean {
  return withoutPhrases(foldedWords(text), [...phrases.correction, ...phrases.and]).every(isStopWord);
}
