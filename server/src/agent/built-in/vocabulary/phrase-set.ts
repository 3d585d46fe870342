/** Phrases of one notion, to be looked for among folded words. */
export interface PhraseSet {
  all: readonly (readonly string[])[];
  /** How many words the longest phrase has that begins at this word; 0 when none does. */
  lengthAt(words: readonly string[], at: number): number;
}

export function createPhraseSet(all: readonly (readonly string[])[]): PhraseSet {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of all) {
    const [first] = phrase;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return {
    all,
    lengthAt(words, at) {
      const found = byFirst.get(words[at] ?? "")?.find((phrase) => startsAt(words, phrase, at));
      return found?.length ?? 0;
    },
  };
}

function startsAt(words: readonly string[], phrase: readonly string[], at: number): boolean {
  return phrase.every((word, offset) => words[at + offset] === word);
}

export function joinSets(...sets: readonly PhraseSet[]): PhraseSet {
  return createPhraseSet(sets.flatMap(({ all }) => all));
}

/** Where a phrase of the set first stands, and how long it is. */
export function findIn(words: readonly string[], set: PhraseSet): { at: number; length: number } | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const length = set.lengthAt(words, at);
    if (length > 0) return { at, length };
  }
  return undefined;
}

export function isIn(words: readonly string[], set: PhraseSet): boolean {
  return findIn(words, set) !== undefined;
}

export function opensWith(words: readonly string[], set: PhraseSet): boolean {
  return set.lengthAt(words, 0) > 0;
}

/** The words left when the set's phrases are taken out. */
export function leftOver(words: readonly string[], set: PhraseSet): string[] {
  const left: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = set.lengthAt(words, at);
    if (length === 0) left.push(words[at] ?? "");
    else at += length - 1;
  }
  return left;
}
