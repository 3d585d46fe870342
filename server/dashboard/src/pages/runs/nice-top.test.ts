import { expect, test } from "vitest";
import { niceTop } from "./nice-top.ts";

test("the top of a chart is a round number that halves well, not below the highest value", () => {
  const rows = [
    [0, 2],
    [1, 2],
    [3, 4],
    [10, 10],
    [11, 20],
    [37, 40],
    [51, 60],
    [99, 100],
    [101, 200],
    [430, 600],
    [15_003, 20_000],
  ];
  expect(rows.map(([highest = 0]) => [highest, niceTop(highest)])).toEqual(rows);
});
