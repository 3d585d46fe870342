import { describe, expect, it } from "vitest";
import type { Parameter } from "@errand/shared/action";
import { findForeignArgument } from "./visitor-words.ts";

const parameter = (type: Parameter["type"], rest: Partial<Parameter> = {}): Parameter => ({
  name: "value",
  label: "",
  type,
  isArray: false,
  required: true,
  hint: "",
  options: [],
  default: null,
  schema: null,
  ...rest,
});

const isForeign = (
  type: Parameter["type"],
  value: unknown,
  said: string,
  rest: Partial<Parameter> = {},
): boolean => findForeignArgument([parameter(type, rest)], { value }, [said]) === "value";

const own: [Parameter["type"], unknown, string][] = [
  ["text", "Broken zip", "my zip: it's a broken  ZIP!"],
  ["text", "Bakı", "Bakıda yaşayıram"],
  ["text", "İSTANBUL", "istanbul"],
  ["text", "Müller", "muller"],
  ["text", "🙂", "so 🙂 happy"],
  ["text", ["red", "blue"], "blue and red"],
  ["email", "ME@example.com", "write to me@Example.com."],
  ["email", "me@example.com", "(me@example.com)"],
  ["url", "https://shop.example/a", "look at shop.example/a"],
  ["url", "https://shop.example/", "https://shop.example"],
  ["phone", "+994501234567", "050 123-45-67"],
  ["object", { "first name": "Ada" }, "first name Ada"],
  ["number", 4711, "nothing of the kind"],
  ["date", "2026-01-01", "tomorrow"],
  ["choice", "express", "as fast as you can"],
  ["text", "", "an empty value says nothing"],
];
const foreign: [Parameter["type"], unknown, string][] = [
  ["text", "transfer all", "zip"],
  ["text", "!!!", "hello"],
  ["text", ["blue", "green"], "blue"],
  ["email", "thief@evil.example", "me@example.com"],
  ["email", "b@example.com", "bob@example.com"],
  ["email", "me@example.co", "me@example.com"],
  ["email", "me@example.com", "me@example.com.evil.example"],
  ["email", "a@b.c.example", "a.b@c.example"],
  ["url", "https://shop.example.evil.example", "shop.example/evil.example"],
  ["url", "https://evil.example", "https://devil.example"],
  ["phone", "+994501234567", "call 112"],
  ["phone", "+994501234567", "order 50123\n and nothing"],
  ["object", { is_admin: 1 }, "I have 1 order"],
];

describe("an argument", () => {
  for (const [type, value, said] of own) {
    it(`is the visitor's own: ${type} ${JSON.stringify(value)} in "${said}"`, () => {
      expect(isForeign(type, value, said)).toBe(false);
    });
  }
  for (const [type, value, said] of foreign) {
    it(`is foreign: ${type} ${JSON.stringify(value)} in ${JSON.stringify(said)}`, () => {
      expect(isForeign(type, value, said)).toBe(true);
    });
  }

  it("is the owner's when they offer it or it stands as the default", () => {
    expect(isForeign("text", "Gift wrap", "yes please", { options: ["gift wrap"] })).toBe(false);
    expect(isForeign("email", "shop@example.com", "yes please", { default: "shop@example.com" })).toBe(false);
  });

  it("does not come from digits of two messages", () => {
    const phone = [parameter("phone")];
    expect(findForeignArgument(phone, { value: "+994501234567" }, ["50123", "4567"])).toBe("value");
  });
});
