import { expect, test } from "vitest";
import { since } from "./since.ts";

const NOW = Date.parse("2026-03-15T12:00:00Z");
const cases: [locale: string, iso: string, expected: string][] = [
  ["en", "2026-03-15T11:59:40Z", "now"],
  ["en", "2026-03-15T12:00:30Z", "now"],
  ["en", "2026-03-15T11:56:00Z", "4 minutes ago"],
  ["en", "2026-03-15T09:00:00Z", "3 hours ago"],
  ["en", "2026-03-14T11:00:00Z", "yesterday"],
  ["en", "2026-03-05T11:00:00Z", "last week"],
  ["en", "2025-12-05T11:00:00Z", "3 months ago"],
  ["en", "2023-12-05T11:00:00Z", "2 years ago"],
  ["ru", "2026-03-13T11:00:00Z", "позавчера"],
  ["pl", "2026-03-15T07:00:00Z", "5 godzin temu"],
  ["ar", "2026-03-15T10:00:00Z", "قبل ساعتين"],
];

test.each(cases)("%s, %s", (locale, iso, expected) => {
  expect(since(locale, iso, NOW)).toBe(expected);
});
