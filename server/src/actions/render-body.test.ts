import { describe, expect, it } from "vitest";
import { defineAction, parameter, valuesOf } from "./action-fixture.ts";
import { renderBody } from "./render-body.ts";

type Fields = [string, string][];

function render(
  more: Record<string, unknown>,
  args: Record<string, unknown> = {},
  identityFields: Fields = [],
) {
  const action = defineAction({ method: "POST", ...more });
  return renderBody(action, { valueOf: valuesOf(args), arguments: args, identityFields });
}

const template = (text: string) => ({ body: { mode: "template", template: text } });
const fields = (...entries: Fields) => ({
  body: { mode: "fields", fields: entries.map(([name, value]) => ({ name, value })) },
});
const IDENTITY: Fields = [
  ["user_id", "u1"],
  ["user_hash", "h"],
];

describe("a body of fields", () => {
  it("has identity first, then the owner's fields, then the arguments that nothing mentions, as declared", () => {
    const parameters = [
      parameter("b", { type: "integer", required: false }),
      parameter("a"),
      parameter("used"),
    ];
    const body = render(
      { parameters, ...fields(["source", "chat"], ["ref", "no. {{used}} {{locale}}"]) },
      { used: 'a"b', a: "x", b: 2 },
      IDENTITY,
    );
    expect(body).toBe('{"user_id":"u1","user_hash":"h","source":"chat","ref":"no. a\\"b az","b":2,"a":"x"}');
  });

  it("keeps the types of lists, objects and numbers", () => {
    const parameters = [parameter("list", { isArray: true }), parameter("object", { type: "object" })];
    const body = render({ parameters, ...fields(["o", "{{object}}"]) }, { list: ["a"], object: { b: [1] } });
    expect(body).toBe('{"o":{"b":[1]},"list":["a"]}');
  });

  it("is an empty object when there is nothing to send", () => {
    expect(render({ method: "PATCH" })).toBe("{}");
  });

  it("is not there with GET and DELETE", () => {
    expect(render({ method: "GET" }, {}, IDENTITY)).toBeUndefined();
    expect(render({ method: "DELETE" }, {}, IDENTITY)).toBeUndefined();
  });

  it("is a form when the owner's Content-Type says so", () => {
    const headers = [{ name: "Content-Type", value: "application/x-www-form-urlencoded" }];
    const parameters = [parameter("tags", { isArray: true }), parameter("text")];
    const body = render(
      { headers, parameters, ...fields(["a", "1+1"]) },
      { tags: ["x", "y&z"], text: "ə b" },
      IDENTITY,
    );
    expect(body).toBe("user_id=u1&user_hash=h&a=1%2B1&tags=x&tags=y%26z&text=%C9%99%20b");
  });
});

describe("a form", () => {
  const form = (...entries: Fields) => ({
    body: { mode: "form", fields: entries.map(([name, value]) => ({ name, value })) },
  });

  it("has identity first, then the owner's fields, then the arguments that nothing mentions, all encoded", () => {
    const parameters = [parameter("tags", { isArray: true }), parameter("text"), parameter("used")];
    const body = render(
      { parameters, ...form(["card[name]", "{{used}}+&="], ["items[]", "1"], ["items[]", "{{tags}}"]) },
      { tags: ["x", "y&user_id=victim"], text: "ə b", used: "%26" },
      IDENTITY,
    );
    expect(body?.split("&")).toEqual([
      "user_id=u1",
      "user_hash=h",
      "card%5Bname%5D=%2526%2B%26%3D",
      "items%5B%5D=1",
      "items%5B%5D=x",
      "items%5B%5D=y%26user_id%3Dvictim",
      "text=%C9%99%20b",
    ]);
  });

  it("is empty when there is nothing to send", () => {
    expect(render(form())).toBe("");
    expect(render({ ...form(), method: "DELETE" })).toBeUndefined();
  });

  it("holds no object", () => {
    const parameters = [parameter("a", { type: "object" })];
    expect(() => defineAction({ method: "POST", parameters, ...form() })).toThrow("which no form holds");
    expect(() => defineAction({ method: "POST", parameters, ...form(["b", "{{a}}"]) })).toThrow(
      "fits only as a whole value of a JSON body",
    );
  });
});

describe("a body template", () => {
  const rows: [name: string, text: string, value: unknown, body: string][] = [
    ["takes a typed value bare", '{"a":{{x}}}', 5, '{"a":5}'],
    ["takes a typed value as a whole text", '{"a":"{{x}}"}', true, '{"a":true}'],
    ["takes text inside a text", '{"a":"no. {{x}}!"}', 5, '{"a":"no. 5!"}'],
    [
      "escapes what would end the text",
      '{"a":"{{x}}"}',
      '","admin":true,"b":"',
      '{"a":"\\",\\"admin\\":true,\\"b\\":\\""}',
    ],
    ["never reads a value as a template", '{"a":"{{x}}"}', "{{locale}}", '{"a":"{{locale}}"}'],
    ["takes lists and objects", '[{{x}},{"b":null}]', [{ c: 1 }], '[[{"c":1}],{"b":null}]'],
    ["keeps literals", '{"a":[1.50,"é",false],"b":"{{x}}"}', "", '{"a":[1.5,"é",false],"b":""}'],
  ];
  it.each(rows)("%s", (_name, text, value, body) => {
    const isList = Array.isArray(value);
    const parameters = [parameter("x", { isArray: isList, type: "text" })];
    expect(render({ parameters, ...template(text) }, { x: value })).toBe(body);
  });

  it("has identity first where its root is an object, even before keys that look like numbers", () => {
    expect(render(template('{"1":"a","b":2}'), {}, IDENTITY)).toBe(
      '{"user_id":"u1","user_hash":"h","1":"a","b":2}',
    );
    expect(render(template("[1]"), {}, IDENTITY)).toBe("[1]");
  });

  it("that is one argument takes no identity, and lets the argument bring none", () => {
    const whole = { parameters: [parameter("x", { type: "object" })], ...template("{{x}}") };
    expect(render(whole, { x: { a: 1 } }, IDENTITY)).toBe('{"a":1}');
    expect(() => render(whole, { x: { user_id: "victim" } }, IDENTITY)).toThrow(
      expect.objectContaining({
        outcome: "invalid_arguments",
        message: '"user_id" is filled in by identity: leave it out.',
      }) as Error,
    );
  });
});

it("a body has at most 262,144 bytes", () => {
  const parameters = [parameter("x", { isArray: true })];
  const list = Array.from({ length: 100 }, () => "ə".repeat(2_000));
  expect(() => render({ parameters }, { x: list })).toThrow(
    expect.objectContaining({
      outcome: "invalid_arguments",
      message: "The body would have 400307 bytes and may have 262144: use shorter values.",
    }) as Error,
  );
});
