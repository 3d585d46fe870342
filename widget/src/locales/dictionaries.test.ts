import { LAUNCHER_LABELS } from "@errand/shared/launcher-label";
import { describe, expect, test } from "vitest";
import { actionWords } from "./en-actions.ts";
import { chatWords } from "./en-chats.ts";
import { detailWords } from "./en-details.ts";
import { feedbackWords } from "./en-feedback.ts";
import { words as panelWords } from "./en.ts";
import type { Words } from "./words.ts";

const english: Words = { ...panelWords, ...chatWords, ...detailWords, ...actionWords, ...feedbackWords };
const files = import.meta.glob<{ words: Words }>("./dictionaries/*.ts", { eager: true });
const dictionaries = Object.entries(files).map(
  ([path, { words }]) => [path.split("/").at(-1)?.slice(0, -3) ?? "", words] as const,
);

/** Words that are the same in English and another language. */
const SHARED: Record<string, string[]> = { es: ["no"], fr: ["conversation"], it: ["no"] };
/** Languages whose script has no letter of English. */
const OTHER_SCRIPTS = new Set(["ar", "fa", "he", "hi", "ja", "ko", "ru", "uk", "zh", "zh-Hant"]);

const entriesOf = (words: Words) =>
  Object.entries(words).filter(([key]) => key !== "unread") as [keyof Words, string][];
const placeholders = (text: string) => text.match(/\{\w*\}/g) ?? [];

test("every language that is offered has a dictionary", () => {
  expect(dictionaries.map(([name]) => name).sort()).toEqual(
    "ar az de es fa fi fr he hi it ja ko nl pl pt pt-PT ru tr uk zh zh-Hant".split(" "),
  );
});

test("the launcher says what the dictionaries say", () => {
  const labels = dictionaries.map(([name, words]) => [name, words.chatWithUs]);
  expect(LAUNCHER_LABELS).toEqual({ en: english.chatWithUs, ...Object.fromEntries(labels) });
});

describe.each(dictionaries)("%s", (name, words) => {
  test("has the keys of English", () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  });

  test("has a text under each key, with the places of English in it", () => {
    for (const [key, text] of entriesOf(words)) {
      expect([key, text.trim()]).toEqual([key, text]);
      expect(text).not.toBe("");
      expect([key, placeholders(text)]).toEqual([key, placeholders(english[key] as string)]);
    }
  });

  test("counts in every plural category of the language, and in no other", () => {
    const { pluralCategories } = new Intl.PluralRules(name).resolvedOptions();
    expect(Object.keys(words.unread).sort()).toEqual([...pluralCategories].sort());
    for (const form of Object.values(words.unread)) {
      expect(["{count}", undefined]).toContain(placeholders(form)[0]);
    }
  });

  test("has nothing left in English", () => {
    const left = entriesOf(words).filter(([key, text]) => text === english[key]);
    expect(left.map(([key]) => key)).toEqual(SHARED[name] ?? []);
    if (!OTHER_SCRIPTS.has(name)) return;
    const all = [...entriesOf(words).map(([, text]) => text), ...Object.values(words.unread)].join("\n");
    expect(all.replaceAll(/\{\w+\}/g, "").match(/[a-z]+/gi)).toBeNull();
  });

  test("writes an ellipsis as one character and no straight apostrophe", () => {
    for (const [, text] of entriesOf(words)) expect(text).not.toMatch(/\.\.\.|'/);
  });
});
