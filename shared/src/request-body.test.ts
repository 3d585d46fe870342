import { describe, expect, it } from "vitest";
import type { ActionInput } from "./action.ts";
import { bodyFormat, checkBody, defaultContentType, sendsBody, templateStrings } from "./request-body.ts";

type Body = ActionInput["body"];

const fields = (...names: string[]): Body => ({
  mode: "fields",
  fields: names.map((name) => ({ name, value: "" })),
});
const template = (text: string): Body => ({ mode: "template", template: text });
const form = (...names: string[]): Body => ({
  mode: "form",
  fields: names.map((name) => ({ name, value: "" })),
});
const type = (value: string) => [{ name: "content-TYPE", value }];
const FORM = "application/x-www-form-urlencoded";

function findFaults(
  body: Body,
  headers: ActionInput["headers"] = [],
  method: ActionInput["method"] = "POST",
) {
  return checkBody({ method, headers, body }).map(({ path, message }) => `${path.join("/")}: ${message}`);
}

describe("a body", () => {
  it("goes with POST, PUT and PATCH", () => {
    const withBody = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter(sendsBody);
    expect(withBody).toEqual(["POST", "PUT", "PATCH"]);
    expect(findFaults(fields(), [], "GET")).toEqual([]);
    expect(findFaults(fields("a"), [], "GET")).toEqual([]);
    const filled: Body = { mode: "fields", fields: [{ name: "a", value: "{{b}}" }] };
    expect(findFaults(filled, [], "GET")).toEqual(["body/fields: GET sends no body; use query or POST"]);
    expect(findFaults(template("{}"), [], "DELETE")).toEqual([
      "body/template: DELETE sends no body; use query or POST",
    ]);
  });

  it("is JSON unless the owner's Content-Type is that of a form", () => {
    const format = (body: Body, headers: ActionInput["headers"] = []) => bodyFormat({ body, headers });
    expect(format(fields())).toBe("json");
    expect(format(fields(), type("application/json; charset=utf-8"))).toBe("json");
    expect(format(fields(), type(`${FORM.toUpperCase()};charset=utf-8`))).toBe("form");
    expect(format(form("a"))).toBe("form");
    expect([fields(), template("{}"), form()].map(defaultContentType)).toEqual([
      "application/json",
      "application/json",
      FORM,
    ]);
    expect(findFaults(fields("a"), type("application/vnd.api+json"))).toEqual([]);
    expect(findFaults(fields("a"), type("text/plain"))).toEqual([
      `headers/0/value: a body is sent as JSON or as ${FORM}, not as "text/plain"`,
    ]);
    expect(findFaults(template("{}"), type(FORM))).toEqual([
      "headers/0/value: a form is made of body fields; a JSON template cannot be sent as one",
    ]);
  });

  it("has each field once, and none that identity fills", () => {
    expect(findFaults(fields("user_email", "a", "a", "__proto__"))).toEqual([
      'body/fields/0/name: "user_email" is reserved: identity fills it',
      'body/fields/2/name: "a" stands twice',
      'body/fields/3/name: "__proto__" must not be a key',
    ]);
  });

  it("that is a form names lists and members as its server reads them, and nobody's identity", () => {
    expect(findFaults(form("items[]", "items[]", "card[number]", "ə b"))).toEqual([]);
    expect(findFaults(form("a"), type(FORM))).toEqual([]);
    expect(findFaults(form("a"), type("application/json"))).toEqual([
      `headers/0/value: a form is sent as ${FORM}`,
    ]);
    expect(findFaults(form(), [], "GET")).toEqual([]);
    expect(findFaults(form("user_id[]", " user.email", "a{{b}}", "\ud800"))).toEqual([
      'body/fields/0/name: "user_id" is reserved: identity fills it',
      'body/fields/1/name: "user_email" is reserved: identity fills it',
      "body/fields/2/name: must not hold a placeholder",
      "body/fields/3/name: is not well-formed Unicode",
    ]);
  });

  const faulty: [text: string, message: string][] = [
    ['{"user_hash":"x"}', '"user_hash" is reserved: identity fills it'],
    ['{"{{id}}":1}', 'the key "{{id}}" must not hold a placeholder'],
    ['{"a":[{"__proto__":1}]}', '"__proto__" must not be a key'],
    [`${"[".repeat(33)}1${"]".repeat(33)}`, "nests deeper than 32 levels"],
  ];
  it.each(faulty)("is refused as the template %s", (text, message) => {
    expect(findFaults(template(text))).toEqual([`body/template: ${message}`]);
  });

  it("says where a template stops being JSON", () => {
    expect(findFaults(template('{"a":}'))).toEqual([
      expect.stringMatching(/^body\/template: is not JSON: .*'}'/),
    ]);
  });

  it("may name a visitor below the root", () => {
    expect(findFaults(template('{"customer":{"user_id":{{id}}}}'))).toEqual([]);
  });

  it("has placeholders in its texts alone", () => {
    expect(templateStrings('{"a":[{{b}},"c {{d}}",1,null],"e":{"f":"g"}}')).toEqual([
      "{{b}}",
      "c {{d}}",
      "g",
    ]);
    expect(templateStrings("{")).toEqual([]);
  });
});
