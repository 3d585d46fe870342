import { phrases } from "../vocabulary/phrases.ts";
import { indexOfPhrase } from "../words.ts";

/** Each language lists its numbers from one on. */
const NUMBERS_EACH = 12;

/** A number from one to twelve when the folded words are nothing else. */
export function readNumberWords(words: readonly string[]): number | undefined {
  const at = phrases.numbers.all.findIndex(
    (number) => number.length === words.length && indexOfPhrase(words, number) === 0,
  );
  return at >= 0 ? (at % NUMBERS_EACH) + 1 : undefined;
}
