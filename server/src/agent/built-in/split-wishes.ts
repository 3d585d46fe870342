import { phrases } from "./vocabulary/phrases.ts";
import { findStory } from "./values/free-text.ts";
import { wordsOf } from "./words.ts";

const MAX_PARTS = 6;
const SENTENCE_END = /(?<=[.!?;…])\s+|\n+/u;

/** The parts of a message that may each be a wish: its sentences, parted again at "and", "then" and their like. */
export function splitWishes(text: string): string[] {
  const parts = text.split(SENTENCE_END).flatMap(splitAtLinks);
  const bare = parts.map((part) => part.trim()).filter((part) => /[\p{L}\d]/u.test(part));
  return bare.length > MAX_PARTS ? [text] : joinStory(bare);
}

function splitAtLinks(sentence: string): string[] {
  const words = wordsOf(sentence);
  const folded = words.map((word) => word.text);
  const parts: string[] = [];
  let start = 0;
  for (let at = 1; at < words.length; at += 1) {
    const length = phrases.also.lengthAt(folded, at);
    const first = words[at];
    const last = words[at + length - 1];
    if (length === 0 || first === undefined || last === undefined) continue;
    parts.push(sentence.slice(start, first.start).replace(/[\s,]+$/u, ""));
    start = last.end;
    at += length - 1;
  }
  return [...parts, sentence.slice(start)];
}

/** What follows a visitor's story is part of it. */
function joinStory(parts: string[]): string[] {
  const at = parts.findIndex((part) => findStory(part, []) !== undefined);
  if (at < 0 || at === parts.length - 1) return parts;
  return [...parts.slice(0, at), parts.slice(at).join(" ")];
}
