import { describe, expect, it } from "vitest";
import { draftOf } from "./import-fixture.ts";

const json = (schema: object, required = true) => ({
  required,
  content: { "application/json": { schema } },
});
const inQuery = (name: string, schema: object, more: object = {}) => ({ in: "query", name, schema, ...more });

describe("a parameter", () => {
  const types: [schema: object, parameter: object][] = [
    [{ type: "string" }, { type: "text" }],
    [{ type: "string", format: "email" }, { type: "email" }],
    [{ type: "string", format: "date" }, { type: "date" }],
    [{ type: "string", format: "date-time" }, { type: "datetime" }],
    [{ type: "string", format: "uri" }, { type: "url" }],
    [{ type: "string", format: "phone" }, { type: "phone" }],
    [{ type: ["integer", "null"] }, { type: "integer" }],
    [{ type: "number" }, { type: "number" }],
    [{ type: "boolean" }, { type: "boolean" }],
    [{ enum: ["a", 2, null] }, { type: "choice", options: ["a", 2] }],
    [
      { type: "array", items: { type: "integer" } },
      { type: "integer", isArray: true },
    ],
    [{ anyOf: [{ type: "null" }, { type: "integer" }] }, { type: "integer" }],
    [{ allOf: [{ type: "string" }, { format: "email" }] }, { type: "email" }],
    [
      { type: "string", default: "a", description: "One", examples: ["x"] },
      { default: "a", hint: "One. Such as x" },
    ],
    [
      { type: "integer", default: "many" },
      { type: "integer", default: null },
    ],
    [{ $ref: "#/components/schemas/Id" }, { type: "integer", label: "The id" }],
    [
      {
        type: "object",
        required: ["city"],
        properties: { city: { type: "string" }, zip: { type: ["string", "null"] } },
      },
      {
        type: "object",
        schema: {
          type: "object",
          properties: { city: { type: "string" }, zip: { type: ["string", "null"] } },
          required: ["city"],
        },
      },
    ],
  ];
  it.each(types)("of the body with %j is %j", (schema, parameter) => {
    const components = { schemas: { Id: { type: "integer", title: "The id" } } };
    const requestBody = json({ type: "object", required: ["value"], properties: { value: schema } });
    const { action } = draftOf("/orders", "post", { requestBody }, { components });
    expect(action.parameters).toEqual([
      expect.objectContaining({ name: "value", required: true, ...parameter }),
    ]);
  });

  it("of the query stands in the query, with a name that parameters may have", () => {
    const ids = inQuery("filter[id]", { type: "array", items: { type: "integer" } }, { required: true });
    const { action } = draftOf("/orders", "get", { parameters: [ids] });
    expect(action.query).toEqual([{ name: "filter[id]", value: "{{filter_id}}" }]);
    expect(action.parameters).toMatchObject([{ name: "filter_id", isArray: true, required: true }]);
  });

  it("that is optional is left out, or stands with its default", () => {
    const parameters = [
      inQuery("page", { type: "integer", default: 1 }),
      inQuery("sort", { type: "string" }),
    ];
    const { action, notes } = draftOf("/orders", "get", { parameters });
    expect(action).toMatchObject({ query: [{ name: "page", value: "1" }], parameters: [] });
    expect(notes).toEqual([
      'Always sent with their defaults: "page=1".',
      'Left out because they are optional: "sort". To use one, add a required parameter and its placeholder.',
    ]);
  });

  it("of an operation takes the place of the path's", () => {
    const own = inQuery("q", { type: "integer" }, { required: true });
    const shared = inQuery("q", { type: "string" }, { required: true });
    const paths = { "/orders": { parameters: [shared], get: { parameters: [own] } } };
    expect(draftOf("/orders", "get", {}, { paths }).action.parameters).toMatchObject([{ type: "integer" }]);
  });

  it("in a header stands there, unless the call sets that header or it is a secret", () => {
    const inHeader = (name: string) => ({ in: "header", name, required: true, schema: { type: "string" } });
    const parameters = ["X-Shop", "Accept", "Idempotency-Key", "X-Api-Key", "X-Other-Token"].map(inHeader);
    const { action, notes } = draftOf("/orders", "get", { parameters });
    expect(action.headers).toEqual([{ name: "X-Shop", value: "{{X-Shop}}" }]);
    expect(action.auth).toEqual({ type: "header", headerName: "X-Api-Key" });
    expect(notes).toContain('The call also needs "X-Other-Token", and an action carries one credential.');
  });

  it("with a name of identity's is renamed in the path and never asked for in the body", () => {
    const requestBody = json({
      type: "object",
      required: ["user_email", "note"],
      properties: { user_email: { type: "string" }, note: { type: "string" } },
    });
    const { action, notes } = draftOf("/users/{user_id}", "post", { requestBody });
    expect(action.url).toBe("https://api.example.com/users/{{the_user_id}}");
    expect(action.parameters.map(({ name }) => name)).toEqual(["the_user_id", "note"]);
    expect(action.sendVisitorIdentity).toBe(true);
    expect(notes.join(" ")).toContain('"user_email" is the visitor\'s proved one');
  });

  it("in a cookie is told of", () => {
    const parameters = [{ in: "cookie", name: "sid", required: true, schema: { type: "string" } }];
    expect(draftOf("/orders", "get", { parameters }).notes).toEqual([
      'The call needs the cookie "sid", and no cookie is ever sent.',
    ]);
  });
});
