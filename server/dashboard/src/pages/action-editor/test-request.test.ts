import { expect, test } from "vitest";
import { type ParameterRow, newParameter } from "./action-form.ts";
import { toArguments } from "./test-request.ts";

const row = (part: Partial<ParameterRow>): ParameterRow => ({ ...newParameter("x"), key: "x", ...part });
test("samples are read by the parameters' types", () => {
  const table: [part: Partial<ParameterRow>, text: string, expected: unknown][] = [
    [{}, "ORD-1", { value: { x: "ORD-1" } }],
    [{}, "  ", { value: {} }],
    [{ type: "integer" }, "3", { value: { x: 3 } }],
    [{ type: "number", isArray: true }, "1\n2.5\n", { value: { x: [1, 2.5] } }],
    [{ type: "boolean" }, "true", { value: { x: true } }],
    [{ type: "object" }, '{"a": 1}', { value: { x: { a: 1 } } }],
    [{ type: "number" }, "many", { faults: [{ pointer: "/arguments/x", message: "must be a number" }] }],
    [
      { type: "object" },
      "[1]",
      { faults: [{ pointer: "/arguments/x", message: 'must be a JSON object, such as {"plan": "pro"}' }] },
    ],
  ];
  for (const [part, text, expected] of table) {
    expect(toArguments([row(part)], { x: text })).toEqual(expected);
  }
});
