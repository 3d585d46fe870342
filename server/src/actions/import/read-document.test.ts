import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document.ts";

const levels = (count: number, open: string, close: string) =>
  `{"openapi": "3.0.0", "x": ${open.repeat(count)}1${close.repeat(count)}}`;
const bomb = [
  "openapi: 3.1.0",
  "a: &a [x, x]",
  ...Array.from(
    { length: 600 },
    (_, index) => `a${index}: &a${index} [${index === 0 ? "*a, *a" : `*a${index - 1}, *a${index - 1}`}]`,
  ),
].join("\n");

describe("readDocument", () => {
  it("reads JSON, YAML and YAML with merge keys", () => {
    const document = { openapi: "3.0.3", paths: {} };
    expect(readDocument(document)).toBe(document);
    expect(readDocument(`\uFEFF${JSON.stringify(document)}`)).toEqual(document);
    expect(readDocument("openapi: 3.0.3\npaths: {}\n")).toEqual(document);
    const merged = "openapi: 3.1.0\na: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n";
    expect(readDocument(merged)).toEqual({ openapi: "3.1.0", a: { x: 1 }, b: { x: 1, y: 2 } });
  });

  it("takes JSON of any depth, for only what is needed is looked at", () => {
    expect(readDocument(levels(50_000, "[", "]"))).toMatchObject({ openapi: "3.0.0" });
  });

  const faults: [name: string, source: unknown, message: RegExp][] = [
    ["a list", [], /not an object/],
    ["a sentence", "hello", /not an object/],
    ["no version", {}, /no "openapi" version/],
    ["Swagger 2.0", { swagger: "2.0" }, /Swagger 2\.0/],
    ["a version to come", "openapi: 4.0.0", /OpenAPI 4\.0\.0 is not known/],
    ["broken YAML", "openapi: 3.0.0\na: [1", /neither JSON nor YAML: .* on line \d/],
    ["an alias bomb", bomb, /aliases exceeded/],
    ["YAML of a thousand levels", `openapi: 3.0.0\nx: ${"[".repeat(1_000)}`, /nesting exceeded/],
    ["more than 5 MB", `openapi: 3.0.0 #${"x".repeat(5_300_000)}`, /larger than 5 MB/],
  ];
  it.each(faults)("refuses %s", (_name, source, message) => {
    expect(() => readDocument(source)).toThrow(
      expect.objectContaining({
        code: "invalid_request",
        message: expect.stringMatching(message) as string,
      }) as Error,
    );
  });
});
