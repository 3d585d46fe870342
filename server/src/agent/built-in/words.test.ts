import { expect, it } from "vitest";
import { answer } from "./shop.fixture.ts";
import { wordsOf } from "./words.ts";

/** One sign that stands for a phrase of eighteen letters (U+FDFA). */
const LIGATURE = "\ufdfa";
const LONG = ["a".repeat(4_000), LIGATURE.repeat(4_000), "ab".repeat(2_000), "é".repeat(4_000)];

it.each(LONG)("of a word without end, its beginning is compared", (text) => {
  expect(wordsOf(text).map((word) => [word.text.length, word.start, word.end])).toEqual([[64, 0, 4_000]]);
});

it.each(LONG)("a word without end is answered like any other that is not understood", async (text) => {
  expect(await answer([text])).toEqual(await answer(["qwertyuiop"]));
});
