import type { Parameter } from "@errand/shared/action";
import { foldedWords, indexOfPhrase, wordsOf } from "../words.ts";
import type { Span } from "./span.ts";

/** The options of a choice that a text names, longest names first, then in the order of the text. */
export function findChoices(parameter: Parameter, text: string): Span[] {
  const words = wordsOf(text);
  const folded = words.map((word) => word.text);
  const spans = parameter.options.flatMap((option): Span[] => {
    const name = foldedWords(String(option));
    const at = indexOfPhrase(folded, name);
    const first = words[at];
    const last = words[at + name.length - 1];
    if (at < 0 || first === undefined || last === undefined) return [];
    return [{ value: option, start: first.start, end: last.end }];
  });
  const longestFirst = spans.sort((a, b) => b.end - b.start - (a.end - a.start));
  return longestFirst
    .filter(
      (span, at) => !longestFirst.slice(0, at).some((each) => each.start < span.end && span.start < each.end),
    )
    .sort((a, b) => a.start - b.start);
}

/** The one option that an answer means: named in it, begun by it, or missed by a letter or two. */
export function readChoice(parameter: Parameter, text: string): string | number | undefined {
  const [named] = findChoices(parameter, text);
  if (named) return named.value as string | number;
  const answer = foldedWords(text).join(" ");
  if (answer.length < 2) return undefined;
  const names = parameter.options.map((option) => ({ option, name: foldedWords(String(option)).join(" ") }));
  const begun = names.filter(({ name }) => name.startsWith(answer));
  if (begun.length > 0) return begun.length === 1 ? begun[0]?.option : undefined;
  const near = names.filter(({ name }) => isNear(name, answer));
  return near.length === 1 ? near[0]?.option : undefined;
}

function isNear(name: string, answer: string): boolean {
  const most = Math.floor(name.length / 4);
  return Math.abs(name.length - answer.length) <= most && distance(name, answer) <= most;
}

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
