import { expect, test } from "vitest";
import { count, fill } from "./fill.ts";
import { words as arabic } from "./dictionaries/ar.ts";
import { words as english } from "./en.ts";
import { words as polish } from "./dictionaries/pl.ts";

test("a value stands where the text leaves a place, whatever is in it", () => {
  expect(fill("Valid until {time}", "$& {time}")).toBe("Valid until $& {time}");
});

const counted: [locale: string, forms: typeof english.unread, number: number, expected: string][] = [
  ["en", english.unread, 1, "1 unread message"],
  ["en", english.unread, 1200, "1,200 unread messages"],
  ["pl", polish.unread, 3, "3 nieprzeczytane wiadomości"],
  ["pl", polish.unread, 25, "25 nieprzeczytanych wiadomości"],
  ["ar", arabic.unread, 2, "رسالتان غير مقروءتين"],
  ["ar-EG", arabic.unread, 5, "٥ رسائل غير مقروءة"],
  // Words of another language than the locale's: a category that they do not have counts as other.
  ["pl", english.unread, 3, "3 unread messages"],
];

test.each(counted)("%s counts %#", (locale, forms, number, expected) => {
  expect(count(locale, forms, number)).toBe(expected);
});
