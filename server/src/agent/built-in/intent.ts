import { isStopWord, isWeakWord, phrases } from "./vocabulary/phrases.ts";
import { foldedWords, indexOfPhrase, withoutPhrases } from "./words.ts";

/** When one message holds several, the first of these is answered. */
const PRECEDENCE = ["help", "who", "goodbye", "thanks", "wellbeing", "greeting", "noted"] as const;

export type SmallTalk = (typeof PRECEDENCE)[number];

/** A wish for a person is short; a story that mentions one is none. */
const MAX_PERSON_WORDS = 12;

const talkPhrases = PRECEDENCE.flatMap((kind) => phrases[kind]);

/** What a message is about when it is small talk from end to end. */
export function smallTalkOf(text: string): SmallTalk | undefined {
  const words = foldedWords(text);
  if (!withoutPhrases(words, talkPhrases).every(isStopWord)) return undefined;
  return PRECEDENCE.find((kind) => phrases[kind].some((phrase) => indexOfPhrase(words, phrase) >= 0));
}

/** Whether a message asks for a person: it names one and little else. */
export function wantsPerson(text: string): boolean {
  const words = foldedWords(text);
  if (words.length > MAX_PERSON_WORDS) return false;
  const named = phrases.person.filter((phrase) => indexOfPhrase(words, phrase) >= 0);
  if (named.some((phrase) => phrase.filter((word) => !isStopWord(word)).length > 1)) return true;
  const left = withoutPhrases(words, [...named, ...phrases.speak, ...talkPhrases]);
  return named.length > 0 && left.every((word) => isStopWord(word) || isWeakWord(word));
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
  const left = withoutPhrases(words, [
    ...phrases[notion],
    ...phrases.thanks,
    ...phrases.noted,
    ...phrases.no,
  ]);
  return left.every(isStopWord);
}

/** Whether a message opens like a correction: "no, …". */
export function opensCorrection(text: string): boolean {
  return opensWith(text, phrases.correction);
}

/** Whether a message opens with a yes. */
export function opensYes(text: string): boolean {
  return opensWith(text, phrases.yes);
}

function opensWith(text: string, openings: readonly string[][]): boolean {
  const words = foldedWords(text);
  return openings.some((phrase) => indexOfPhrase(words.slice(0, phrase.length), phrase) === 0);
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
