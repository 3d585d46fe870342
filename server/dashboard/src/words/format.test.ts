import { afterEach, expect, test } from "vitest";
import { azOrdinal } from "./az-ordinal.ts";
import { formatAgo, formatBytes, formatDuration, formatShare } from "./format.ts";
import { chooseLanguage } from "./language.ts";
import { createPlural } from "./plural.ts";
import { words } from "./words.ts";

const NOW_MS = Date.parse("2026-03-01T12:00:00Z");
const before = (ms: number) => formatAgo(new Date(NOW_MS - ms).toISOString(), NOW_MS);

afterEach(() => chooseLanguage("en"));

test("durations, sizes and shares are said as people say them", () => {
  expect([formatDuration(184), formatDuration(2_440)]).toEqual(["184 ms", "2.4 sec"]);
  expect([formatBytes(1), formatBytes(999), formatBytes(1_440)]).toEqual(["1 byte", "999 bytes", "1.4 kB"]);
  expect([formatShare(1), formatShare(0.984)]).toEqual(["100%", "98%"]);
});

test("a time is so long ago, in the largest span that fits", () => {
  expect([before(0), before(59_999), before(60_000)]).toEqual(["now", "59 seconds ago", "1 minute ago"]);
  expect([before(3_600_000), before(86_400_000), before(-5_000)]).toEqual(["1 hour ago", "yesterday", "now"]);
});

test("numbers take the forms that the language has for them", async () => {
  const plural = createPlural("ru");
  const say = (count: number) => plural(count, { one: "один", few: "мало", other: "много" });
  expect([1, 2, 5, 11, 21, 104].map(say)).toEqual(["один", "мало", "много", "много", "один", "мало"]);
  expect([1, 3, 6, 9, 10, 20].map(azOrdinal)).toEqual(["1-ci", "3-cü", "6-cı", "9-cu", "10-cu", "20-ci"]);
  await chooseLanguage("ru");
  expect([1, 3, 12].map(words.importing.found)).toEqual([
    "Найден 1 черновик",
    "Найдено 3 черновика",
    "Найдено 12 черновиков",
  ]);
  expect(before(120_000)).toBe("2 минуты назад");
});
