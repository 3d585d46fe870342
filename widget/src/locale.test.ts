import { afterEach, expect, test, vi } from "vitest";
import { resolveLocale } from "./locale.ts";

afterEach(() => vi.restoreAllMocks());

const cases: [
  name: string,
  explicit: string | undefined,
  page: string,
  browser: string[],
  expected: string,
][] = [
  ["an explicit call before all else", "az-latn", "de", ["fr"], "az-Latn"],
  ["the page before the browser", undefined, "de", ["fr"], "de"],
  ["the browser before the site's default", undefined, "", ["fr-ch", "en"], "fr-CH"],
  ["the site's default at last", undefined, "", [], "tr"],
  ["the next one when a tag is malformed", "no such tag", "!", ["pt_BR"], "pt-BR"],
];

test.each(cases)("takes %s", (_name, explicit, page, browser, expected) => {
  document.documentElement.lang = page;
  vi.spyOn(navigator, "languages", "get").mockReturnValue(browser);
  expect(resolveLocale(explicit, "tr")).toBe(expected);
});
