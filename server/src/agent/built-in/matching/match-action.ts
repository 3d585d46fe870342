import MiniSearch from "minisearch";
import type { Parameter } from "@errand/shared/action";
import { isStopWord, isWeakWord } from "./vocabulary/phrases.ts";
import { fold, foldedWords } from "./words.ts";

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

const WEAK_WEIGHT = 0.3;
const INEXACT = 0.85;
/** A long message that holds a whole example says enough, whatever else it tells. */
const WHOLE_PHRASE = 0.75;
const MAX_WORDS = 60;

interface Phrase {
  id: number;
  owner: number;
  text: string;
  words: string[];
  /** Whether matching all of it is telling: names and examples, not descriptions. */
  isTelling: boolean;
}

/** How well a text fits each of the actions, from 0 to 1, in their order. */
export type Matcher = (text: string) => number[];

/** A matcher over what the actions' owner wrote of them: names, descriptions, examples, labels. */
export function createMatcher(actions: readonly Findable[]): Matcher {
  const phrases = actions.flatMap(toPhrases).map((phrase, id): Phrase => ({ ...phrase, id }));
  const index = new MiniSearch<Phrase>({
    fields: ["text"],
    tokenize: (text) => contentWords(text),
    processTerm: (term) => term,
  });
  index.addAll(phrases);
  return (text) => {
    const whole = scoreText(text);
    const head = text.includes(":") ? scoreText(text.slice(0, text.indexOf(":"))) : whole;
    return whole.map((score, at) => Math.max(score, head[at] ?? 0));
  };

  function scoreText(text: string): number[] {
    const hits = contentWords(withoutValues(text))
      .slice(0, MAX_WORDS)
      .map((word) => findWord(index, phrases, word));
    return actions.map((action, owner) => (isVerbatim(action, text) ? 1 : scoreAction(phrases, hits, owner)));
  }
}

function toPhrases(action: Findable, owner: number): Omit<Phrase, "id">[] {
  const phrase = (text: string, isTelling: boolean) => ({
    owner,
    text,
    words: contentWords(text),
    isTelling,
  });
  return [
    phrase(action.name, true),
    ...action.examples.map((example) => phrase(withoutValues(example), true)),
    phrase(action.identifier ?? "", true),
    phrase(action.whenToUse, false),
    ...(action.parameters ?? []).map((parameter) => phrase(parameter.label, false)),
  ];
}

function contentWords(text: string): string[] {
  return [...new Set(foldedWords(text))].filter((word) => !isStopWord(word));
}

/** Order numbers, addresses and the like say nothing about which action is meant. */
function withoutValues(text: string): string {
  return text.replaceAll(/\S*(?:\d|@|:\/\/)\S*/g, " ");
}

function isVerbatim(action: Findable, text: string): boolean {
  const wanted = fold(text)
    .replaceAll(/[\s\p{P}]+/gu, " ")
    .trim();
  return [action.name, ...action.examples].some(
    (phrase) =>
      wanted !== "" &&
      fold(phrase)
        .replaceAll(/[\s\p{P}]+/gu, " ")
        .trim() === wanted,
  );
}

interface Hit {
  word: string;
  weight: number;
  /** By phrase: the words of it that this word stands for, and how surely. */
  phrases: Map<number, { terms: string[]; quality: number }>;
}

function findWord(index: MiniSearch<Phrase>, phrases: Phrase[], word: string): Hit {
  const found: Hit["phrases"] = new Map();
  for (const { id, terms } of searchWord(index, word)) {
    found.set(Number(id), { terms, quality: terms.includes(word) ? 1 : INEXACT });
  }
  const owners = new Set([...found.keys()].map((id) => phrases[id]?.owner));
  const rarity = 1 / Math.sqrt(Math.max(1, owners.size));
  return { word, weight: isWeakWord(word) ? WEAK_WEIGHT * rarity : rarity, phrases: found };
}

/** The word, its beginnings and near misses; failing that, its stem, since suffixes pile up in many languages. */
function searchWord(index: MiniSearch<Phrase>, word: string) {
  const fuzzy = word.length >= 9 ? 2 : Number(word.length >= 5);
  const found = index.search(word, { prefix: word.length >= 4, fuzzy });
  for (let cut = 1; found.length === 0 && cut <= 6 && word.length - cut >= 4; cut++) {
    const stem = index.search(word.slice(0, -cut), { prefix: false, fuzzy: false });
    if (stem.length > 0) return stem;
  }
  return found;
}

function scoreAction(phrases: Phrase[], hits: Hit[], owner: number): number {
  const own = phrases.filter((phrase) => phrase.owner === owner);
  const qualityOf = (hit: Hit) =>
    Math.max(0, ...own.map((phrase) => hit.phrases.get(phrase.id)?.quality ?? 0));
  if (!hits.some((hit) => !isWeakWord(hit.word) && qualityOf(hit) > 0)) return 0;
  const asked = sum(hits.map((hit) => hit.weight));
  const understood = sum(hits.map((hit) => hit.weight * qualityOf(hit))) / asked;
  const telling = own.filter((phrase) => phrase.isTelling);
  const covered = Math.max(0, ...telling.map((phrase) => coverageOf(phrase, hits)));
  const isWhole = telling.some((phrase) => phrase.words.length > 1 && coverageOf(phrase, hits) >= INEXACT);
  return Math.max(0.6 * understood + 0.4 * covered, isWhole ? WHOLE_PHRASE : 0);
}

/** How much of a phrase the message says. */
function coverageOf(phrase: Phrase, hits: Hit[]): number {
  const weightOf = (word: string) => (isWeakWord(word) ? WEAK_WEIGHT : 1);
  const said = new Map<string, number>();
  for (const hit of hits) {
    const found = hit.phrases.get(phrase.id);
    for (const term of found?.terms ?? []) said.set(term, Math.max(said.get(term) ?? 0, found?.quality ?? 0));
  }
  const total = sum(phrase.words.map(weightOf));
  return total === 0 ? 0 : sum(phrase.words.map((word) => weightOf(word) * (said.get(word) ?? 0))) / total;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
