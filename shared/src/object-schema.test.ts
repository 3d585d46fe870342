import { describe, expect, it } from "vitest";
import { parameterSchema } from "./action.ts";
import { checkObjectSchema } from "./object-schema.ts";

const faultsOf = (schema: unknown, type = "object") =>
  checkObjectSchema(parameterSchema.parse({ name: "address", type, schema }), 2);

function nested(levels: number): unknown {
  return levels === 1 ? {} : { items: nested(levels - 1) };
}

describe("the JSON Schema of an object", () => {
  const sound: [name: string, schema: unknown][] = [
    ["nothing", null],
    ["any object", {}],
    [
      "references inside itself",
      { $defs: { a: {} }, properties: { b: { $ref: "#/$defs/a" }, c: { $ref: "#" } } },
    ],
    ["a property called $id or $ref", { properties: { $id: { type: "string" }, $ref: { type: "string" } } }],
    ["twenty levels", nested(20)],
  ];
  it.each(sound)("may have %s", (_name, schema) => expect(faultsOf(schema)).toEqual([]));

  const faulty: [name: string, schema: unknown, message: string][] = [
    ["another type", { type: "array" }, 'must be the schema of an object: "type": "object"'],
    ["more than 10 KB", { title: "ə".repeat(5_120) }, "may have at most 10240 bytes as JSON"],
    ["more levels", nested(21), "nests deeper than 20 levels"],
    ["a name of its own", { items: { $id: "https://acme.test/a" } }, 'must not have "$id"'],
    [
      "a remote reference",
      { properties: { a: { $ref: "https://acme.test/a.json" } } },
      '"$ref" must stay inside the schema, such as "#/$defs/address", and is "https://acme.test/a.json"',
    ],
    [
      "a reference by name",
      { items: [{ $ref: "#a" }] },
      '"$ref" must stay inside the schema, such as "#/$defs/address", and is "#a"',
    ],
  ];
  it.each(faulty)("must not have %s", (_name, schema, message) => {
    expect(faultsOf(schema)).toEqual([{ path: ["parameters", 2, "schema"], message }]);
  });

  it("belongs to no other type", () => {
    expect(faultsOf({}, "text")).toEqual([
      { path: ["parameters", 2, "schema"], message: "only an object has one" },
    ]);
  });
});
