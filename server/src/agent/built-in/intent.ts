import { findIn, isIn, joinSets, leftOver, opensWith } from "./vocabulary/phrase-set.ts";
import { isStopWord, isWeakWord, phrases } from "./vocabulary/phrases.ts";
import { foldedWords } from "./words.ts";

/** When one message holds several, the first of these is answered. */
const PRECEDENCE = ["help", "who", "goodbye", "thanks", "wellbeing", "greeting", "noted"] as const;

export type SmallTalk = (typeof PRECEDENCE)[number];

/** A wish for a person is short; a story that mentions one is none. */
const MAX_PERSON_WORDS = 12;

const talk = joinSets(...PRECEDENCE.map((kind) => phrases[kind]));
const personTalk = joinSets(phrases.person, phrases.speak, talk);
const polite = joinSets(phrases.thanks, phrases.noted, phrases.no);
const besides = { cancel: joinSets(phrases.cancel, polite), retry: joinSets(phrases.retry, polite) };
const linking = joinSets(phrases.correction, phrases.and);

/** What a message is about when it is small talk from end to end. */
export function smallTalkOf(text: string): SmallTalk | undefined {
  const words = foldedWords(text);
  if (!leftOver(words, talk).every(isStopWord)) return undefined;
  return PRECEDENCE.find((kind) => isIn(words, phrases[kind]));
}

/** Whether a message asks for a person: it names one and little else. */
export function wantsPerson(text: string): boolean {
  const words = foldedWords(text);
  if (words.length > MAX_PERSON_WORDS) return false;
  const named = findIn(words, phrases.person);
  if (named === undefined) return false;
  const phrase = words.slice(named.at, named.at + named.length);
  if (phrase.filter((word) => !isStopWord(word)).length > 1) return true;
  return leftOver(words, personTalk).every((word) => isStopWord(word) || isWeakWord(word));
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
  return isIn(words, phrases[notion]) && leftOver(words, besides[notion]).every(isStopWord);
}

/** Whether a message opens like a correction: "no, …". */
export function opensCorrection(text: string): boolean {
  return opensWith(foldedWords(text), phrases.correction);
}

/** Whether a message opens with a yes. */
export function opensYes(text: string): boolean {
  return opensWith(foldedWords(text), phrases.yes);
}

/** Whether a message speaks of something named before: "cancel it". */
export function pointsBack(text: string): boolean {
  return isIn(foldedWords(text), phrases.pronoun);
}

/** Whether nothing of a text is left beside the words that link and correct. */
export function isBare(text: string): boolean {
  return leftOver(foldedWords(text), linking).every(isStopWord);
}
