import { expect, test } from "vitest";
import { LANGUAGES } from "./language.ts";

type Area = Record<string, unknown>;

const files = import.meta.glob<Area>("./*/*.ts", { eager: true });
const pathsOf = (language: string) => Object.keys(files).filter((path) => path.startsWith(`./${language}/`));
const areaOf = (path: string): unknown => Object.values(files[path] ?? {})[0];

/** What must be alike in every language: keys, how many arguments a sentence takes, where text stands. */
function shapeOf(value: unknown): unknown {
  if (typeof value === "function") {
    const samples = Array.from({ length: value.length }, () => "2");
    return { takes: value.length, answers: shapeOf((value as (...given: string[]) => unknown)(...samples)) };
  }
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]));
}

for (const language of Object.keys(LANGUAGES).filter((each) => each !== "en")) {
  test.for(pathsOf(language))("%s has exactly the English keys, with the arguments they take", (path) => {
    const english = areaOf(path.replace(`./${language}/`, "./en/"));
    expect(shapeOf(areaOf(path))).toEqual(shapeOf(english));
  });
}

test("no word stands in two areas", () => {
  const keys = pathsOf("en").flatMap((path) => Object.keys(areaOf(path) as Area));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test.for(Object.keys(LANGUAGES))("%s has every area", (language) => {
  const namesOf = (each: string) => pathsOf(each).map((path) => path.replace(`./${each}/`, ""));
  expect(namesOf(language)).toEqual(namesOf("en"));
});
