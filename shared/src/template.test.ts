import { describe, expect, it } from "vitest";
import { claimOf, fillTemplate, parseJsonTemplate, parseTemplate, placeholdersOf } from "./template.ts";

describe("a template", () => {
  it("splits into literals and placeholders", () => {
    expect(parseTemplate("a{{b}}{{identity.email}}c {d}")).toEqual([
      "a",
      { placeholder: "b" },
      { placeholder: "identity.email" },
      "c {d}",
    ]);
    expect(parseTemplate("")).toEqual([]);
  });

  it("reads a claim whose name is a URL", () => {
    expect(placeholdersOf("{{identity.https://acme.example/role}}")).toEqual([
      "identity.https://acme.example/role",
    ]);
  });

  it("names each placeholder once, in order of first use", () => {
    expect(placeholdersOf("{{b}}/{{a}}/{{b}}")).toEqual(["b", "a"]);
  });

  const stray = [
    "{{ name }}",
    "{{name",
    "name}}",
    "{{}}",
    "{{a.}}",
    "{{1ä}}",
    "{{a b}}",
    "{{{{a}}}}",
    "{{#if}}",
  ];
  it.each(stray)("refuses the stray braces of %s", (text) => {
    expect(() => parseTemplate(text)).toThrow(SyntaxError);
  });

  it("never reads a filled-in value again", () => {
    expect(fillTemplate("{{a}}-{{b}}", (name) => (name === "a" ? "{{b}}" : "$&"))).toBe("{{b}}-$&");
  });

  it("tells claims from other placeholders", () => {
    expect(claimOf("identity.email")).toBe("email");
    expect(claimOf("identity")).toBeUndefined();
    expect(claimOf("email")).toBeUndefined();
  });
});

describe("a JSON template", () => {
  it("takes a placeholder bare, as a whole text, and inside a text", () => {
    expect(parseJsonTemplate('{"a": {{id}}, "b": "{{id}}", "c": ["no. {{id}}", {{id}}], "d": 1}')).toEqual({
      a: "{{id}}",
      b: "{{id}}",
      c: ["no. {{id}}", "{{id}}"],
      d: 1,
    });
  });

  it("leaves braces and quotes inside texts alone", () => {
    expect(parseJsonTemplate(String.raw`{"a":"\"{{id}}\" {{","b":{"c":{{id}}}}`)).toEqual({
      a: '"{{id}}" {{',
      b: { c: "{{id}}" },
    });
  });

  it.each(['{"a": {{id}}', "{{id", "{'a': 1}", ""])("refuses %s", (text) => {
    expect(() => parseJsonTemplate(text)).toThrow(SyntaxError);
  });
});
