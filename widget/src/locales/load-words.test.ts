import { expect, test } from "vitest";
import { words as english } from "./en.ts";
import { loadWords } from "./load-words.ts";

const cases: [locales: string[], chat: string][] = [
  [["en-GB"], english.openChat],
  [["az-Latn-AZ"], "Söhbəti aç"],
  // Portuguese: that of Brazil, unless the place is another one.
  [["pt"], "Abrir o chat"],
  [["pt-BR"], "Abrir o chat"],
  [["pt-PT"], "Abrir a conversa"],
  [["pt-AO"], "Abrir a conversa"],
  // A language without words has those of the site's default locale, then English.
  [["sv", "fi"], "Avaa chat"],
  [["sv", "is"], english.openChat],
  [["sv", "en", "fi"], english.openChat],
  // Chinese: simplified, unless script or place is one of traditional Chinese.
  [["zh"], "打开聊天"],
  [["zh-CN"], "打开聊天"],
  [["zh-Hans-HK"], "打开聊天"],
  [["zh-SG"], "打开聊天"],
  [["zh-Hant"], "開啟聊天"],
  [["zh-TW"], "開啟聊天"],
  [["zh-HK"], "開啟聊天"],
  [["zh-MO"], "開啟聊天"],
];

test.each(cases)("%j", async (locales, chat) => {
  expect((await loadWords(...locales)).openChat).toBe(chat);
});
