import { expect, test } from "vitest";
import { createId } from "./ids.ts";

test("an id is a prefixed ULID: the time, then randomness", () => {
  expect(createId("msg", 1_469_918_176_385)).toMatch(/^msg_01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}$/);
});

test("ids sort by the time they were made at", () => {
  const ids = [1, 31, 32, 1_000_000, 1_800_000_000_000].map((now) => createId("cnv", now));
  expect(ids.toSorted()).toEqual(ids);
});

test("two ids of one moment differ", () => {
  expect(createId("msg", 5)).not.toBe(createId("msg", 5));
});
