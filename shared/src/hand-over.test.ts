import { expect, it } from "vitest";
import { handOverSchema } from "./hand-over.ts";

it("is off by default, with nobody to reach", () => {
  expect(handOverSchema.parse({})).toEqual({ enabled: false, webhookUrl: null, email: null, message: {} });
});

const REFUSED: [what: string, settings: object, message: string][] = [
  ["to be on without anybody to reach", { enabled: true }, "needs a webhookUrl or an email"],
  ["plain http", { webhookUrl: "http://desk.example.com/hook" }, "must start with https://"],
  ["a placeholder", { webhookUrl: "https://desk.example.com/{{locale}}" }, "placeholder"],
  ["an address that is none", { email: "desk" }, "email"],
];
it.each(REFUSED)("refuses %s", (_, settings, message) => {
  expect(() => handOverSchema.parse(settings)).toThrow(message);
});
