import { expect, test } from "vitest";
import { type ParameterRow, newParameter } from "./action-form.ts";
import { type VisitorForm, toArguments, toVisitor } from "./test-request.ts";

const row = (part: Partial<ParameterRow>): ParameterRow => ({ ...newParameter("x"), key: "x", ...part });
const NOBODY: VisitorForm = {
  verification: "anonymous",
  user_id: "",
  user_email: "",
  user_name: "",
  claims: "",
  locale: "",
};

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

test("the visitor carries what their proof can carry", () => {
  const typed = {
    ...NOBODY,
    user_id: "42",
    user_email: "a@b.example",
    claims: '{"plan": "pro"}',
    locale: "az",
  };
  const table: [form: VisitorForm, expected: unknown][] = [
    [NOBODY, { value: { verification: "anonymous" } }],
    [typed, { value: { verification: "anonymous", locale: "az" } }],
    [
      { ...typed, verification: "user_hash" },
      { value: { verification: "user_hash", user_id: "42", user_email: "a@b.example", locale: "az" } },
    ],
    [
      { ...typed, verification: "jwt" },
      { value: { verification: "jwt", user_id: "42", claims: { plan: "pro" }, locale: "az" } },
    ],
    [
      { ...NOBODY, verification: "jwt" },
      { faults: [{ pointer: "/visitor/user_id", message: "must not be empty" }] },
    ],
    [
      { ...typed, verification: "jwt", claims: "plan" },
      { faults: [{ pointer: "/visitor/claims", message: 'must be a JSON object, such as {"plan": "pro"}' }] },
    ],
  ];
  for (const [form, expected] of table) expect(toVisitor(form)).toEqual(expected);
});
