import { beforeEach, expect, test } from "vitest";
import { chooseLanguage, currentLanguage, pickLanguage, startLanguage } from "./language.ts";
import { words } from "./words.ts";

beforeEach(async () => {
  localStorage.clear();
  await chooseLanguage("en");
});

test("the first locale that the dashboard speaks is picked, else English", () => {
  expect(pickLanguage(["de-DE", "fi-FI", "ru"])).toBe("fi");
  expect(pickLanguage([undefined, "az-Latn-AZ"])).toBe("az");
  expect(pickLanguage(["constructor", "de"])).toBe("en");
  expect(pickLanguage([])).toBe("en");
});

test("a chosen language is spoken at once, named on the page, and again at the next start", async () => {
  await chooseLanguage("fi");
  expect([words.cancel, document.documentElement.lang, currentLanguage()]).toEqual(["Peruuta", "fi", "fi"]);
  await chooseLanguage("en");
  localStorage.setItem("errand.language", "ru");
  await startLanguage();
  expect([words.cancel, currentLanguage()]).toEqual(["Отмена", "ru"]);
});
