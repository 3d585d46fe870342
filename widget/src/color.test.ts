import { expect, test } from "vitest";
import { accentRule } from "./color.ts";

const cases: [color: string, expected: string][] = [
  ["#000000", ":host{--accent:rgb(0,0,0);--on-accent:#fff}"],
  ["#ffffff", ":host{--accent:rgb(255,255,255);--on-accent:#000}"],
  ["#FFD400", ":host{--accent:rgb(255,212,0);--on-accent:#000}"],
  ["#0f5f4c", ":host{--accent:rgb(15,95,76);--on-accent:#fff}"],
  // The darkest grey that white still reads on with 4.5, and the next one.
  ["#767676", ":host{--accent:rgb(118,118,118);--on-accent:#fff}"],
  ["#777777", ":host{--accent:rgb(119,119,119);--on-accent:#000}"],
  // What is no colour cannot bring rules of its own.
  ["red;}*{display:none", ":host{--accent:rgb(59,91,219);--on-accent:#fff}"],
];

test.each(cases)("the text on %s has a contrast of at least 4.5 (WCAG 2.2 §1.4.3)", (color, expected) => {
  expect(accentRule(color)).toBe(expected);
});
