import MiniSearch from "minisearch";
import { rememberByText } from "../../../remember.ts";
import { conceptOf, mistypedConceptOf, relatedConcepts, withoutOne } from "./concepts.ts";

/** The phrases that hold a word or its like, and how surely it is that word. */
export type Found = Map<number, { terms: string[]; quality: number }>;

const INFLECTED = 0.95;
const SAME_CONCEPT = 0.9;
const MISTYPED = 0.85;
const RELATED = 0.7;
/** Letters that two forms of one word share at their beginning, and how far each may go on. */
const STEM_LENGTH = 4;
const STEM_SHARE = 0.7;
const MAX_ENDING = 6;
const MIN_MISTYPED = 4;

/** Finds words in phrases: the word itself, its other forms, another language's word for it, or the word mistyped. */
export function createWordIndex(phrases: readonly (readonly string[])[]): (word: string) => Found {
  const holders = new Map<string, number[]>();
  const byStem = new Map<string, string[]>();
  const byConcept = new Map<string, string[]>();
  phrases.forEach((words, id) => words.forEach((word) => push(holders, word, id)));
  for (const term of holders.keys()) {
    if (term.length >= STEM_LENGTH) push(byStem, term.slice(0, STEM_LENGTH), term);
    const concept = conceptOf(term);
    if (concept !== undefined) push(byConcept, concept, term);
  }
  const fuzzy = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: (text) => [text],
    processTerm: (term) => term,
  });
  const terms = [...holders.keys()];
  fuzzy.addAll(terms.map((text, id) => ({ id, text })));

  const likeness = (word: string): Map<string, number> => {
    const alike = new Map<string, number>();
    const take = (terms: readonly string[], quality: number) => {
      for (const term of terms) if ((alike.get(term) ?? 0) < quality) alike.set(term, quality);
    };
    const takeConcept = (concept: string | undefined, quality: number) => {
      if (concept === undefined) return;
      take(byConcept.get(concept) ?? [], quality);
      for (const other of relatedConcepts(concept))
        take(byConcept.get(other) ?? [], Math.min(RELATED, quality));
    };
    const concept = conceptOf(word);
    takeConcept(concept, SAME_CONCEPT);
    take(
      (byStem.get(word.slice(0, STEM_LENGTH)) ?? []).filter((term) => isForm(term, word)),
      INFLECTED,
    );
    if (holders.has(word)) take([word], 1);
    if (alike.size > 0 || concept !== undefined || word.length < MIN_MISTYPED) return alike;
    take(
      [...swapsOf(word), ...withoutOne(word)].filter((slip) => holders.has(slip)),
      MISTYPED,
    );
    takeConcept(mistypedConceptOf(word), MISTYPED);
    if (alike.size === 0 && word.length > MIN_MISTYPED) take(searchFuzzily(word), MISTYPED);
    return alike;
  };

  const searchFuzzily = (word: string): string[] =>
    fuzzy.search(word, { fuzzy: word.length >= 9 ? 2 : 1 }).flatMap(({ id }) => terms[Number(id)] ?? []);

  return rememberByText((word) => {
    const found: Found = new Map();
    for (const [term, quality] of likeness(word)) {
      for (const id of holders.get(term) ?? []) {
        const known = found.get(id);
        if (known) known.terms.push(term);
        if (known) known.quality = Math.max(known.quality, quality);
        else found.set(id, { terms: [term], quality });
      }
    }
    return found;
  });
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Whether two words differ by their endings alone: `tilaus` and `tilaukseni`. */
function isForm(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let shared = STEM_LENGTH;
  while (shared < shorter && a[shared] === b[shared]) shared += 1;
  return (
    shared >= Math.ceil(shorter * STEM_SHARE) &&
    a.length - shared <= MAX_ENDING &&
    b.length - shared <= MAX_ENDING
  );
}

/** The word with any two neighbouring letters in each other's place. */
function swapsOf(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  );
}
