import { describe, expect, it } from "vitest";
import { draftOf } from "./import-fixture.ts";

const json = (schema: object, required = true) => ({
  required,
  content: { "application/json": { schema } },
});
const form = (schema: object) => ({
  required: true,
  content: { "application/x-www-form-urlencoded": { schema } },
});

describe("a body", () => {
  it("of a form is a form, whose odd names stand as pairs", () => {
    const properties = { amount: { type: "integer" }, "meta[id]": { type: "string" }, "meta[x]": {} };
    const requestBody = form({ type: "object", required: ["amount", "meta[id]"], properties });
    const { action, notes } = draftOf("/charges", "post", { requestBody });
    expect(action.body).toEqual({ mode: "form", fields: [{ name: "meta[id]", value: "{{meta_id}}" }] });
    expect(action.parameters.map(({ name }) => name)).toEqual(["amount", "meta_id"]);
    expect(notes[0]).toContain('"meta[x]"');
  });

  it("of JSON with an odd name that is required is a template", () => {
    const properties = { "@type": { const: "Order" }, "#": { type: "integer" }, note: { type: "string" } };
    const requestBody = json({ type: "object", required: ["@type", "#"], properties });
    const { body } = draftOf("/orders", "post", { requestBody }).action;
    expect(body.mode === "template" && JSON.parse(body.template)).toEqual({
      "@type": "Order",
      "#": "{{value}}",
    });
  });

  it("that is a list is one parameter", () => {
    const { action } = draftOf("/orders", "post", {
      requestBody: json({ type: "array", items: { type: "string" } }),
    });
    expect(action.body).toEqual({ mode: "template", template: "{{body}}" });
    expect(action.parameters).toMatchObject([{ name: "body", isArray: true, type: "text" }]);
  });

  it("keeps at most fifty parameters, and leaves out what only answers have", () => {
    const names = Array.from({ length: 60 }, (_, index) => `field_${index}`);
    const properties = { id: { readOnly: true }, ...Object.fromEntries(names.map((name) => [name, {}])) };
    const { action, notes } = draftOf("/orders", "post", {
      requestBody: json({ type: "object", properties }),
    });
    expect(action.parameters.map(({ name }) => name)).toEqual(names.slice(0, 50));
    expect(notes[0]).toContain('"field_50"');
  });

  it("with a field of the path's name, or of a kept one, puts its own parameter there", () => {
    const properties = { id: { type: "integer" }, locale: { type: "string" }, kind: { const: "order" } };
    const requestBody = json({ type: "object", required: ["id", "locale", "kind"], properties });
    const { action } = draftOf("/orders/{id}", "put", { requestBody });
    expect(action.body).toEqual({
      mode: "fields",
      fields: [
        { name: "id", value: "{{id_2}}" },
        { name: "locale", value: "{{the_locale}}" },
        { name: "kind", value: "order" },
      ],
    });
  });
});
