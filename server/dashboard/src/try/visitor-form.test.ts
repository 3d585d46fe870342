import { expect, test } from "vitest";
import { NOBODY, type VisitorForm, toVisitor } from "./visitor-form.ts";

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
