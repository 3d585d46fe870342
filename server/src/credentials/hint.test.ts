import { expect, it } from "vitest";
import { credentialHint } from "./hint.ts";

it.each([
  ["", undefined],
  ["12345678901", undefined],
  ["123456789012", "9012"],
  ["sk-live-abcdef3a9f", "3a9f"],
  ["😀".repeat(11), undefined],
  [`${"a".repeat(11)}😀`, "aaa😀"],
])("of %j is %j", (value, hint) => {
  expect(credentialHint(value)).toBe(hint);
});
