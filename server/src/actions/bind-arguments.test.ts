import type { Parameter, ParameterType } from "@errand/shared/action";
import { describe, expect, it } from "vitest";
import { parameter } from "./action-fixture.ts";
import { bindArguments } from "./bind-arguments.ts";

const bindOne = (more: Partial<Parameter>, value: unknown) =>
  bindArguments([parameter("x", more)], { x: value });

describe("a value of its type", () => {
  const taken: [type: ParameterType, given: unknown, bound: unknown][] = [
    ["text", " ORD-123 ", " ORD-123 "],
    ["text", 12345, "12345"],
    ["text", "ə".repeat(2_000), "ə".repeat(2_000)],
    ["number", 12.5, 12.5],
    ["number", " -12.50 ", -12.5],
    ["number", "1e3", 1_000],
    ["number", -0, 0],
    ["integer", 3, 3],
    ["integer", "5", 5],
    ["integer", "9007199254740991", Number.MAX_SAFE_INTEGER],
    ["boolean", false, false],
    ["boolean", "True", true],
    ["email", " ada@example.com ", "ada@example.com"],
    ["email", "ada+tag@mail.example.co.uk", "ada+tag@mail.example.co.uk"],
    ["email", "şəfəq@örnək.az", "şəfəq@örnək.az"],
    ["phone", "+994 50 123 45 67", "+994501234567"],
    ["phone", "00994501234567", "+994501234567"],
    ["phone", "+1 (415) 555-2671", "+14155552671"],
    ["url", "https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
    ["date", "2028-02-29", "2028-02-29"],
    ["datetime", "2027-03-31T14:30:00+04:00", "2027-03-31T14:30:00+04:00"],
    ["datetime", "2027-03-31 14:30", "2027-03-31T14:30:00"],
    ["datetime", "2027-03-31t14:30:59.123z", "2027-03-31T14:30:59.123Z"],
    ["object", { a: [1, { b: null }] }, { a: [1, { b: null }] }],
    ["object", '{"a":1}', { a: 1 }],
  ];
  it.each(taken)("%s takes %j", (type, given, bound) => {
    expect(bindOne({ type }, given)).toEqual({ arguments: { x: bound } });
    expect(bindOne({ type }, bound)).toEqual({ arguments: { x: bound } });
  });
});

describe("a value of another type", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(17)}1${"}".repeat(17)}`) as unknown;
  const refused: [type: ParameterType, given: unknown, message: string][] = [
    ["text", "", '"x" is missing.'],
    ["text", true, '"x" is true, but must be text of at most 2000 characters.'],
    ["text", ["a"], '"x" is ["a"], but must be text of at most 2000 characters.'],
    ["text", "a\0b", '"x" is "a\\u0000b", but must be well-formed text without NUL.'],
    ["text", "\ud800", '"x" is "\\ud800", but must be well-formed text without NUL.'],
    ["text", Number.NaN, '"x" is NaN, but must be text of at most 2000 characters.'],
    ["number", "007", '"x" is "007", but must be a number, such as 12.5.'],
    ["number", "1e999", '"x" is "1e999", but must be a number, such as 12.5.'],
    ["number", Number.POSITIVE_INFINITY, '"x" is Infinity, but must be a number, such as 12.5.'],
    ["number", "1,5", '"x" is "1,5", but must be a number, such as 12.5.'],
    ["integer", "five", '"x" is "five", but must be a whole number, such as 3.'],
    ["integer", 1.5, '"x" is 1.5, but must be a whole number, such as 3.'],
    ["integer", "9007199254740993", '"x" is "9007199254740993", but must be a whole number, such as 3.'],
    ["boolean", "yes", '"x" is "yes", but must be true or false.'],
    ["boolean", 1, '"x" is 1, but must be true or false.'],
    [
      "email",
      "ada@localhost",
      '"x" is "ada@localhost", but must be an e-mail address, such as ada@example.com.',
    ],
    [
      "email",
      "a@b.com,c@d.com",
      '"x" is "a@b.com,c@d.com", but must be an e-mail address, such as ada@example.com.',
    ],
    [
      "email",
      "Ada <a@b.com>",
      '"x" is "Ada <a@b.com>", but must be an e-mail address, such as ada@example.com.',
    ],
    [
      "phone",
      "050 123 45 67",
      '"x" is "050 123 45 67", but must be a phone number with + and its country code, such as +994501234567.',
    ],
    [
      "phone",
      "+14155552671 ext. 5",
      '"x" is "+14155552671 ext. 5", but must be a phone number with + and its country code, such as +994501234567.',
    ],
    [
      "url",
      "javascript:alert(1)",
      '"x" is "javascript:alert(1)", but must be a web address that starts with https:// or http://.',
    ],
    [
      "url",
      "https://a b",
      '"x" is "https://a b", but must be a web address that starts with https:// or http://.',
    ],
    [
      "date",
      "2027-02-29",
      '"x" is "2027-02-29", but must be a day written as YYYY-MM-DD, such as 2027-03-31.',
    ],
    [
      "date",
      "31.03.2027",
      '"x" is "31.03.2027", but must be a day written as YYYY-MM-DD, such as 2027-03-31.',
    ],
    [
      "datetime",
      "2027-03-31T24:00Z",
      '"x" is "2027-03-31T24:00Z", but must be a date and time such as 2027-03-31T14:30:00+04:00.',
    ],
    [
      "datetime",
      "2027-03-31",
      '"x" is "2027-03-31", but must be a date and time such as 2027-03-31T14:30:00+04:00.',
    ],
    ["object", [1], '"x" is [1], but must be a JSON object.'],
    ["object", "[1]", '"x" is "[1]", but must be a JSON object.'],
    [
      "object",
      JSON.parse('{"a":{"__proto__":1}}'),
      '"x" is {"a":{"__proto__":1}}, but must be a JSON object without a key "__proto__".',
    ],
    ["object", { a: "\udc00" }, '"x" is {"a":"\\udc00"}, but must be a JSON object of well-formed text.'],
    ["object", deep, expect.stringContaining("at most 16 levels") as string],
  ];
  it.each(refused)("%s refuses %j", (type, given, message) => {
    expect(bindOne({ type }, given)).toEqual({ faults: [{ parameter: "x", message }] });
  });

  it("is shown shortened, with the owner's label and hint", () => {
    const bound = bindOne({ type: "integer", label: "Number", hint: "Such as 7." }, "a".repeat(500));
    const message = `"x" is "${"a".repeat(60)}", but must be a whole number, such as 3 (Number: Such as 7).`;
    expect(bound).toEqual({ faults: [{ parameter: "x", message }] });
  });
});

describe("options", () => {
  const options = ["Red", "blue", 5];

  it("are taken in the owner's spelling", () => {
    const rows = [
      ["red", "Red"],
      [" BLUE ", "blue"],
      ["5", 5],
      [5, 5],
    ];
    for (const [given, bound] of rows) {
      expect(bindOne({ type: "choice", options }, given)).toEqual({ arguments: { x: bound } });
    }
  });

  it("are named when none fits", () => {
    expect(bindOne({ type: "choice", options }, "green")).toEqual({
      faults: [{ parameter: "x", message: '"x" is "green", but must be one of "Red", "blue", 5.' }],
    });
  });

  it("bound other types too", () => {
    expect(bindOne({ type: "integer", options: [1, 2] }, "2")).toEqual({ arguments: { x: 2 } });
    expect(bindOne({ type: "integer", options: [1, 2] }, 3)).toHaveProperty("faults");
  });

  it("that differ in case alone must be spelled exactly", () => {
    const twins = { type: "choice" as const, options: ["a", "A"] };
    expect(bindOne(twins, "A")).toEqual({ arguments: { x: "A" } });
    expect(bindOne(twins, " A")).toHaveProperty("faults");
  });
});

describe("a list", () => {
  it("holds values of the type, and takes a single one", () => {
    expect(bindOne({ type: "integer", isArray: true }, ["1", 2])).toEqual({ arguments: { x: [1, 2] } });
    expect(bindOne({ isArray: true }, "a")).toEqual({ arguments: { x: ["a"] } });
    expect(bindOne({ isArray: true, required: false }, [])).toEqual({ arguments: { x: [] } });
  });

  const refused: [given: unknown, message: string][] = [
    [[], '"x" is [], but must be a list of at least one value.'],
    [[1, "b"], '"x" is [1,"b"], but must be a list whose every value is a whole number, such as 3.'],
    [[1, ""], '"x" is [1,""], but must be a list whose every value is without empty texts.'],
    [Array.from({ length: 101 }, () => 1), expect.stringContaining("a list of at most 100 values") as string],
  ];
  it.each(refused)("refuses %j", (given, message) => {
    expect(bindOne({ type: "integer", isArray: true }, given)).toEqual({
      faults: [{ parameter: "x", message }],
    });
  });
});

describe("what is absent", () => {
  it("is left out when optional", () => {
    for (const input of [{}, { x: null }, { x: undefined }, { x: "" }]) {
      expect(bindArguments([parameter("x", { type: "email", required: false })], input)).toEqual({
        arguments: {},
      });
    }
  });

  it("is an empty text only where an optional text may be empty", () => {
    expect(bindOne({ required: false }, "")).toEqual({ arguments: { x: "" } });
  });

  it("has its default, which is bound like any value", () => {
    expect(bindArguments([parameter("x", { type: "integer", default: "7" })], {})).toEqual({
      arguments: { x: 7 },
    });
    expect(bindArguments([parameter("x", { type: "integer", default: "a" })], {})).toHaveProperty("faults");
    expect(bindOne({ type: "boolean", default: true }, false)).toEqual({ arguments: { x: false } });
  });
});

describe("names", () => {
  it("that are not declared are refused, and the declared ones listed", () => {
    const bound = bindArguments([parameter("a"), parameter("b")], { a: "1", b: "2", c: "3" });
    expect(bound).toEqual({
      faults: [{ parameter: "c", message: '"c" is not a parameter. There are: a, b.' }],
    });
    expect(bindArguments([], { a: 1 })).toEqual({
      faults: [{ parameter: "a", message: '"a" is not a parameter. There are none.' }],
    });
  });

  it("that identity fills are refused even when declared", () => {
    for (const name of ["user_id", "user_email", "user_hash", "identity"]) {
      const message = `"${name}" is filled in by identity, never by an argument. There are: ${name}.`;
      expect(bindArguments([parameter(name)], { [name]: "x" })).toEqual({
        faults: [{ parameter: name, message }],
      });
    }
  });

  it("inherited from Object are nothing special", () => {
    expect(bindArguments([parameter("toString"), parameter("constructor", { required: false })], {})).toEqual(
      {
        faults: [{ parameter: "toString", message: '"toString" is missing.' }],
      },
    );
    const input = JSON.parse('{"__proto__":{"x":"1"}}') as unknown;
    expect(bindArguments([parameter("x", { required: false })], input)).toEqual({
      faults: [{ parameter: "__proto__", message: '"__proto__" is not a parameter. There are: x.' }],
    });
  });

  it("come with every fault at once", () => {
    const bound = bindArguments([parameter("a"), parameter("b", { type: "integer" })], { b: "x", c: 1 });
    expect("faults" in bound && bound.faults.map((fault) => fault.parameter)).toEqual(["c", "a", "b"]);
  });
});

describe("arguments that are no object", () => {
  it.each([undefined, null, "x=1", ["x"], 5])("%j are refused", (input) => {
    const bound = bindArguments([], input);
    expect(bound).toEqual({
      faults: [{ parameter: "", message: expect.stringContaining("must be a JSON object") as string }],
    });
  });
});
