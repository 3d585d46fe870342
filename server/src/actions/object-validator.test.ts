import type { ObjectSchema } from "@errand/shared/object-schema";
import { describe, expect, it } from "vitest";
import { parameter } from "./action-fixture.ts";
import { bindArguments } from "./bind-arguments.ts";
import { findCompileFault } from "./object-validator.ts";

const SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  properties: {
    city: { type: "string", minLength: 1 },
    size: { enum: ["S", "M"] },
    mail: { type: "string", format: "email" },
    lines: { type: "array", items: { $ref: "#/$defs/line" }, maxItems: 2 },
  },
  required: ["city"],
  additionalProperties: false,
  $defs: { line: { type: "object", properties: { count: { type: "integer" } }, "x-note": "kept" } },
};

function bind(value: unknown, more = {}) {
  const bound = bindArguments([parameter("address", { type: "object", schema: SCHEMA, ...more })], {
    address: value,
  });
  return "faults" in bound ? bound.faults[0]?.message : bound.arguments["address"];
}

describe("an object with a JSON Schema", () => {
  const fitting: [value: unknown, bound: unknown][] = [
    [{ city: "Bakı", size: "S", lines: [{ count: 1, other: true }] }, undefined],
    ['{"city":"Bakı"}', { city: "Bakı" }],
  ];
  it.each(fitting)("takes %j as it is", (value, bound) => expect(bind(value)).toEqual(bound ?? value));

  const unfit: [value: unknown, fault: string][] = [
    [{}, "the object must have required property 'city'"],
    [{ city: "" }, "/city must NOT have fewer than 1 characters"],
    [{ city: "a", size: "L" }, '/size must be equal to one of the allowed values: ["S","M"]'],
    [{ city: "a", zip: 1 }, 'the object must NOT have additional properties: "zip"'],
    [{ city: "a", mail: "b" }, '/mail must match format "email"'],
    [{ city: "a", lines: [{}, { count: "2" }] }, "/lines/1/count must be integer"],
    [{ city: 1, lines: {} }, "/city must be string; /lines must be array"],
  ];
  it.each(unfit)("refuses %j and names the place", (value, fault) => {
    expect(bind(value)).toBe(
      `"address" is ${JSON.stringify(value)}, but must be an object that fits its schema: ${fault}.`,
    );
  });

  it("judges every member of a list", () => {
    expect(bind([{ city: "a" }, {}], { isArray: true })).toBe(
      `"address" is [{"city":"a"},{}], but must be a list whose every value is an object that fits its schema: the object must have required property 'city'.`,
    );
  });
});

describe("a JSON Schema", () => {
  const faulty: [schema: ObjectSchema, fault: string][] = [
    [
      { properties: { a: { type: "strin" } } },
      "/properties/a/type must be equal to one of the allowed values",
    ],
    [{ properties: { a: { $ref: "#/$defs/no" } } }, "can't resolve reference #/$defs/no from id #"],
    [{ properties: { a: { pattern: "(" } } }, "Invalid regular expression: /(/u: Unterminated group"],
    [{ items: [{}] }, "/items must be object,boolean"],
  ];
  it.each(faulty)("%j is refused", (schema, fault) => {
    expect(findCompileFault(schema)).toContain(fault);
  });

  it("may refer to itself", () => {
    expect(findCompileFault({ properties: { child: { $ref: "#" } } })).toBeUndefined();
  });
});
