import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trimJson } from "./trim-json.ts";

const MAX_BYTES = 2_000;
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe("a JSON value", () => {
  it("that fits stays as it is", () => {
    const value = { a: ["x".repeat(1_900)], b: null };
    expect(trimJson(value, MAX_BYTES)).toBe(value);
  });

  it("loses the rest of long texts and lists, and says how much", () => {
    const value = {
      id: 7,
      log: "y".repeat(9_000),
      items: Array.from({ length: 300 }, (_, index) => ({ index })),
    };
    expect(trimJson(value, MAX_BYTES)).toEqual({
      id: 7,
      log: `${"y".repeat(1_000)}… (8000 more characters)`,
      items: [...Array.from({ length: 50 }, (_, index) => ({ index })), "… (250 more)"],
    });
  });

  it("loses the rest of an object with many fields", () => {
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, index]));
    const trimmed = trimJson(wide, MAX_BYTES) as Record<string, unknown>;
    expect(Object.keys(trimmed)).toHaveLength(101);
    expect(trimmed["…"]).toBe("(400 more fields)");
  });

  it("is never cut inside a character", () => {
    const trimmed = trimJson(`a${"😀".repeat(2_000)}`, MAX_BYTES);
    expect(trimmed).toBe(`a${"😀".repeat(249)}… (3502 more characters)`);
  });

  it("nested beyond sense ends in an ellipsis", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(500)}1${"}".repeat(500)}`) as unknown;
    const trimmed = JSON.stringify(trimJson(deep, MAX_BYTES));
    expect(trimmed).toBe(`${'{"a":'.repeat(32)}"…"${"}".repeat(32)}`);
  });

  it("has at most the bytes it may have, whatever it is", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 40, max: 400 }), (value, maxBytes) => {
        expect(bytesOf(trimJson(value, maxBytes))).toBeLessThanOrEqual(maxBytes);
      }),
    );
  });
});
