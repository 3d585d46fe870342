import type { Parameter } from "@errand/shared/action";
import { rememberByText } from "../../../remember.ts";
import { isCalendarWord } from "../values/calendar-names.ts";
import { findOwnCodes } from "../values/patterns.ts";
import { isStopWord, isWeakWord } from "../vocabulary/phrases.ts";
import { fold, foldedWords } from "../words.ts";
import { createWordIndex, type Found } from "./word-index.ts";

/** What an action is found by. */
export interface Findable {
  identifier?: string;
  name: string;
  whenToUse: string;
  examples: string[];
  parameters?: Parameter[];
}

/** Below this score a message says too little to act on. */
export const CONFIDENT = 0.58;
/** How well a message fits that is one of the owner's own phrases. */
export const VERBATIM = 1;

const WEAK_WEIGHT = 0.3;
/** A word of which other languages or spellings make another still counts. */
const NEARLY_WHOLE = 0.85;
/** A long message that holds a whole example says enough, whatever else it tells. */
const WHOLE_PHRASE = 0.75;
/** An order number in the message speaks for the actions that take order numbers, when other words do too. */
const CODE_SHARE = 0.5;
const MAX_WORDS = 60;
/** The messages of a conversation are gone through again with each new one. */
const MAX_TEXTS = 60;

interface Phrase {
  text: string;
  words: string[];
  /** Whether matching all of it is telling: names and examples, not descriptions. */
  isTelling: boolean;
}

interface Candidate {
  phrases: { id: number; words: string[]; isTelling: boolean }[];
  codes: { parameter: Parameter; words: string[] }[];
}

/** How well a text fits each of the actions, from 0 to 1, in their order. Shared: nobody may change it. */
export type Matcher = (text: string) => readonly number[];

/** A matcher over what the actions' owner wrote of them: names, descriptions, examples, labels. */
export function createMatcher(actions: readonly Findable[]): Matcher {
  const all: string[][] = [];
  const owners: number[] = [];
  const verbatim = new Map<string, Set<number>>();
  const candidates = actions.map((action, owner): Candidate => {
    const phrases = phrasesOf(action).map(({ text, words, isTelling }) => {
      owners.push(owner);
      if (isTelling) verbatim.set(plain(text), (verbatim.get(plain(text)) ?? new Set()).add(owner));
      return { id: all.push(words) - 1, words, isTelling };
    });
    const codes = (action.parameters ?? []).filter((each) => each.type === "text" && each.hint !== "");
    return {
      phrases,
      codes: codes.map((parameter) => ({ parameter, words: contentWords(parameter.label) })),
    };
  });
  const find = createWordIndex(all);

  const toHit = (word: string): Hit => {
    const found = find(word);
    const holders = new Set([...found.keys()].map((id) => owners[id]));
    const rarity = 1 / Math.sqrt(Math.max(1, holders.size));
    return { word, weight: isLight(word) ? WEAK_WEIGHT * rarity : rarity, found, holders };
  };
  const scoreText = (text: string): number[] => {
    const hits = contentWords(withoutValues(text)).slice(0, MAX_WORDS).map(toHit);
    const exact = verbatim.get(plain(text));
    const holdsCode = rememberByText((hint) => findOwnCodes({ type: "text", hint }, text).length > 0);
    return candidates.map((candidate, owner) => {
      if (exact?.has(owner)) return VERBATIM;
      const own = hits.filter((hit) => hit.holders.has(owner));
      if (own.length === 0) return 0;
      const coded = candidate.codes.filter(({ parameter }) => holdsCode(parameter.hint));
      if (coded.length === 0) return scoreCandidate(candidate, hits);
      const said = new Set(hits.flatMap(({ found }) => [...found.values()].flatMap(({ terms }) => terms)));
      const meant = coded.flatMap(({ words }) => words.filter((word) => !said.has(word)).map(toHit));
      const score = scoreCandidate(candidate, [...hits, ...meant.filter((hit) => hit.holders.has(owner))]);
      return score < CONFIDENT / 2 ? score : score + (VERBATIM - score) * CODE_SHARE;
    });
  };
  return rememberByText((text) => {
    const whole = scoreText(text);
    const colon = text.search(/:(?=\s|$)/);
    if (colon < 1) return whole;
    const head = scoreText(text.slice(0, colon));
    return whole.map((score, at) => Math.max(score, head[at] ?? 0));
  }, MAX_TEXTS);
}

function phrasesOf(action: Findable): Phrase[] {
  const phrase = (text: string, isTelling: boolean): Phrase => ({
    text,
    words: contentWords(withoutValues(text)),
    isTelling,
  });
  return [
    phrase(action.name, true),
    ...action.examples.map((example) => phrase(example, true)),
    phrase(action.identifier ?? "", true),
    phrase(action.whenToUse, false),
    ...(action.parameters ?? []).map((parameter) => phrase(parameter.label, false)),
  ];
}

function contentWords(text: string): string[] {
  return [...new Set(foldedWords(text))].filter((word) => !isStopWord(word));
}

/** Question words say little of an action; days and months belong to values. */
const isLight = rememberByText((word: string) => isWeakWord(word) || isCalendarWord(word));

/** Order numbers, addresses and the like say nothing about which action is meant. */
function withoutValues(text: string): string {
  return text.replaceAll(/\S*(?:\d|@|:\/\/)\S*/g, " ");
}

function plain(text: string): string {
  return fold(text)
    .replaceAll(/[\s\p{P}]+/gu, " ")
    .trim();
}

interface Hit {
  word: string;
  weight: number;
  found: Found;
  /** The actions that the word speaks for. */
  holders: Set<number | undefined>;
}

function scoreCandidate({ phrases }: Candidate, hits: readonly Hit[]): number {
  const qualityOf = ({ found }: Hit) =>
    phrases.reduce((best, { id }) => Math.max(best, found.get(id)?.quality ?? 0), 0);
  const qualities = hits.map(qualityOf);
  if (!hits.some((hit, at) => !isLight(hit.word) && (qualities[at] ?? 0) > 0)) return 0;
  const asked = sum(hits.map((hit) => hit.weight));
  const understood = sum(hits.map((hit, at) => hit.weight * (qualities[at] ?? 0))) / asked;
  let covered = 0;
  let isWhole = false;
  for (const phrase of phrases) {
    if (!phrase.isTelling) continue;
    const coverage = coverageOf(phrase, hits);
    covered = Math.max(covered, coverage);
    isWhole ||= phrase.words.length > 1 && coverage >= NEARLY_WHOLE;
  }
  return Math.max(0.6 * understood + 0.4 * covered, isWhole ? WHOLE_PHRASE : 0);
}

/** How much of a phrase the message says. */
function coverageOf({ id, words }: Candidate["phrases"][number], hits: readonly Hit[]): number {
  const weightOf = (word: string) => (isLight(word) ? WEAK_WEIGHT : 1);
  const said = new Map<string, number>();
  for (const { found } of hits) {
    const here = found.get(id);
    for (const term of here?.terms ?? []) said.set(term, Math.max(said.get(term) ?? 0, here?.quality ?? 0));
  }
  if (said.size === 0) return 0;
  const total = sum(words.map(weightOf));
  return total === 0 ? 0 : sum(words.map((word) => weightOf(word) * (said.get(word) ?? 0))) / total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
