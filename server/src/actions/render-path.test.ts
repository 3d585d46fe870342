import { describe, expect, it } from "vitest";
import { valuesOf } from "./action-fixture.ts";
import { renderPath } from "./render-path.ts";
import { RunRefusal } from "./run-refusal.ts";
import { parseUrlTemplate } from "./url-template.ts";

function render(path: string, args: Record<string, unknown>): string {
  return renderPath(parseUrlTemplate(`https://api.acme.test${path}`).segments, valuesOf(args));
}

describe("a value in a path", () => {
  const rendered: [value: unknown, segment: string][] = [
    ["ORD-123", "ORD-123"],
    [7, "7"],
    [false, "false"],
    ["a b+c&d=e?f#g", "a%20b%2Bc%26d%3De%3Ff%23g"],
    ["!'()*~", "%21%27%28%29%2A~"],
    ["ada@example.com", "ada%40example.com"],
    ["sifariş", "sifari%C5%9F"],
    ["50%", "50%25"],
    ["{{id}}", "%7B%7Bid%7D%7D"],
    ["v1..2", "v1..2"],
    ["...", "..."],
    ["a%zz", "a%25zz"],
  ];
  it.each(rendered)("%j becomes %s", (value, segment) => {
    expect(render("/orders/{{id}}/lines", { id: value })).toBe(`/orders/${segment}/lines`);
  });

  const refused = [
    "",
    ".",
    "..",
    "a/b",
    "../admin",
    "a\\b",
    "a\nb",
    "\u007f",
    "%2e%2e",
    "%252E.",
    "%25252e%25252e",
    "％25252e％25252e",
    "a%2fb",
    "a%255Cb",
    "%zz%2f",
    "．．",
    "‥",
    "／",
    "℀",
    "%EF%BC%8F",
    "..;x",
    ".%3Bx",
  ];
  it.each(refused)("%j is refused", (value) => {
    const attempt = () => render("/orders/{{id}}", { id: value });
    expect(attempt).toThrow(RunRefusal);
    expect(attempt).toThrow(expect.objectContaining({ outcome: "invalid_arguments" }) as Error);
  });

  it("is named with what is wrong, for a model to correct it", () => {
    expect(() => render("/{{id}}", { id: "a/b" })).toThrow(
      '"id" is "a/b", which holds a slash, a backslash or a control character, and stands in the URL\'s path.',
    );
  });
});

describe("a finished segment", () => {
  it("joins literals and values", () => {
    expect(render("/a-{{x}}.{{y}}", { x: 1, y: "json" })).toBe("/a-1.json");
  });

  const refused: [path: string, args: Record<string, unknown>][] = [
    ["/{{x}}{{y}}", { x: ".", y: "." }],
    ["/.{{x}}", { x: "." }],
    ["/.{{x}}", { x: "%2e" }],
    ["/a/{{x}}{{y}}", { x: "", y: "" }],
    ["/%25{{x}}", { x: "2e" }],
  ];
  it.each(refused)("of %s with %j is refused", (path, args) => {
    expect(() => render(path, args)).toThrow(RunRefusal);
  });

  it("holds no list", () => {
    expect(() => render("/{{x}}", { x: ["a"] })).toThrow(
      '"x" is ["a"], which is a list or an object and cannot stand inside a text.',
    );
  });
});

describe("literals", () => {
  it("are made canonical once, and placeholders keep their places", () => {
    const template = parseUrlTemplate("https://API.acme.test:443/ä b/{{zq0x}}/zq1x?q=ə&{a}={{b}}");
    expect(template).toEqual({
      origin: "https://api.acme.test",
      segments: [["%C3%A4%20b"], [{ placeholder: "zq0x" }], ["zq1x"]],
      query: [["q=%C9%99"], ["{a}=", { placeholder: "b" }]],
    });
  });
});
