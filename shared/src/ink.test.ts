import { expect, test } from "vitest";
import { inkOn } from "./ink.ts";

const inks: [color: string, ink: string][] = [
  ["#ffffff", "#000"],
  ["#000000", "#fff"],
  ["#1f6b4f", "#fff"],
  ["#ffcc00", "#000"],
  ["#0000ff", "#fff"],
  ["#ff0000", "#000"],
  // The two greys on either side of the luminance where both have a contrast of 4.5.
  ["#767676", "#fff"],
  ["#777777", "#000"],
];

test.each(inks)("the ink on %s is %s", (color, ink) => {
  expect(inkOn(color)).toBe(ink);
});
