import { expect, it } from "vitest";
import { pickFields } from "./pick-fields.ts";

const ORDER = {
  id: 7,
  cost: 3,
  customer: { name: "Ada", card: "4111" },
  lines: [
    { sku: "a", cost: 1 },
    { sku: "b", cost: 2 },
  ],
  "a/b": { "~": 1 },
  gone: null,
};

const rows: [name: string, pointers: string[], picked: unknown][] = [
  ["everything without a list", [], ORDER],
  ["everything under the empty pointer", [""], ORDER],
  ["fields in their own structure", ["/id", "/customer/name"], { id: 7, customer: { name: "Ada" } }],
  ["a whole part", ["/customer"], { customer: ORDER.customer }],
  ["one member of a list", ["/lines/1/sku"], { lines: [{ sku: "b" }] }],
  ["every member of a list", ["/lines/*/sku"], { lines: [{ sku: "a" }, { sku: "b" }] }],
  ["escaped names", ["/a~1b/~0"], { "a/b": { "~": 1 } }],
  ["a null that is there", ["/gone"], { gone: null }],
  ["nothing of what is not there", ["/nope", "/id/x", "/lines/9", "/toString", "/*"], undefined],
];

it.each(rows)("a field list shows %s", (_name, pointers, picked) => {
  expect(pickFields(ORDER, pointers)).toEqual(picked);
});
