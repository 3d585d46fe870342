import { expect, test } from "vitest";
import { toClaimRows, toClaimRules } from "./claim-rows.ts";

test("values are read by their kind, and text in quotes stays text", () => {
  const table: [values: string, expected: unknown[]][] = [
    ["pro, team", ["pro", "team"]],
    ["3, 1.5, true, false", [3, 1.5, true, false]],
    ['"3", "true", "a, b"', ["3", "true", "a, b"]],
    ["007, 1e3, TRUE", ["007", "1e3", "TRUE"]],
    [" , pro,, ", ["pro"]],
    ["", []],
  ];
  for (const [values, expected] of table) {
    expect(toClaimRules([{ key: "a", claim: " plan ", values }])).toEqual([{ claim: "plan", in: expected }]);
  }
});

test("every rule is read back as it was", () => {
  const rules = [{ claim: "plan", in: ["pro", "3", 3, true, "true", "a, b", ' "x" ', ""] }];
  expect(toClaimRules(toClaimRows(rules))).toEqual(rules);
});
