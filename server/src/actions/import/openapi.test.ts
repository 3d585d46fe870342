import { describe, expect, it } from "vitest";
import { documentOf, draftOf, importContext, onlyDraft, reasonOf } from "./import-fixture.ts";
import { importOpenApi } from "./openapi.ts";

const json = (schema: object, required = true) => ({
  required,
  content: { "application/json": { schema } },
});
const inQuery = (name: string, schema: object, more: object = {}) => ({ in: "query", name, schema, ...more });

describe("an operation", () => {
  it("becomes a draft that is not enabled and has no credential", () => {
    const operation = {
      operationId: "getOrderStatus",
      summary: "Look up an order",
      description: "Tells where an order is.\n\nOnly paid ones.",
      parameters: [
        {
          in: "path",
          name: "orderId",
          required: true,
          description: "The number",
          schema: { type: "string" },
          example: "ORD-1",
        },
      ],
      security: [{ key: [] }],
    };
    const components = { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-API-Key" } } };
    expect(draftOf("/orders/{orderId}", "get", operation, { components })).toEqual({
      source: "GET /orders/{orderId}",
      notes: ["Enter the credential under authorization before you enable the action."],
      action: {
        identifier: "get_order_status",
        name: "Look up an order",
        whenToUse: "Tells where an order is. Only paid ones.",
        examples: [],
        enabled: false,
        method: "GET",
        url: "https://api.example.com/orders/{{orderId}}",
        parameters: [
          {
            name: "orderId",
            label: "Order id",
            type: "text",
            isArray: false,
            required: true,
            hint: "The number. Such as ORD-1",
            options: [],
            default: null,
            schema: null,
          },
        ],
        headers: [],
        query: [],
        body: { mode: "fields", fields: [] },
        auth: { type: "header", headerName: "X-API-Key" },
        sendVisitorIdentity: false,
        requireVerifiedIdentity: false,
        claimRules: [],
        idempotent: false,
        confirmation: "auto",
        progressText: {},
        progressTexts: { slow: null, done: null, failed: null },
        reply: null,
        response: { include: [], card: null },
        timeoutMs: 15_000,
      },
    });
  });

  const identifiers: [operationId: string | undefined, identifier: string][] = [
    ["listOpenOrders", "list_open_orders"],
    ["repos/get-content", "repos_get_content"],
    ["getHTTPStatus", "get_http_status"],
    ["2fa", "call_2fa"],
    ["Sifariş", "sifaris"],
    ["注文", "call"],
    ["a".repeat(80), "a".repeat(64)],
    [undefined, "get_orders_by_id_items"],
  ];
  it.each(identifiers)("with the id %s is called %s", (operationId, identifier) => {
    const operation = operationId === undefined ? {} : { operationId };
    expect(draftOf("/orders/{id}/items", "get", operation).action.identifier).toBe(identifier);
  });

  it("takes an identifier that neither the site nor another draft has", () => {
    const operation = { operationId: "list" };
    const document = documentOf("/a", "get", operation, {
      paths: { "/a": { get: operation }, "/b": { get: operation } },
    });
    const { items } = importOpenApi(document, importContext("list"));
    expect(items.map(({ action }) => action.identifier)).toEqual(["list_2", "list_3"]);
  });

  const confirmations: [flags: object, method: string, confirmation: string][] = [
    [{ "x-openai-isConsequential": true }, "get", "always"],
    [{ "x-requireConfirmation": true }, "post", "always"],
    [{ "x-openai-isConsequential": false }, "post", "never"],
    [{ "x-openai-isConsequential": false }, "get", "auto"],
    [{ "x-openai-isConsequential": false, "x-requireConfirmation": true }, "post", "always"],
    [{ "x-openai-isConsequential": "false" }, "post", "auto"],
  ];
  it.each(confirmations)("with %j and %s is confirmed %s", (flags, method, confirmation) => {
    expect(draftOf("/orders", method, flags).action.confirmation).toBe(confirmation);
  });
});

describe("an address", () => {
  const servers: [servers: object[], url: string][] = [
    [[{ url: "https://api.example.com/v1/" }], "https://api.example.com/v1/orders"],
    [
      [{ url: "https://{r}.example.com", variables: { r: { default: "eu" } } }],
      "https://eu.example.com/orders",
    ],
    [[{ url: "http://a.example.com" }, { url: "https://b.example.com" }], "https://b.example.com/orders"],
    [[{ url: "http://a.example.com" }], "https://a.example.com/orders"],
  ];
  it.each(servers)("of %j is %s", (servers, url) => {
    expect(draftOf("/orders", "get", {}, { servers }).action.url).toBe(url);
  });

  it("that is relative stands behind the document's own", () => {
    const document = documentOf("/orders", "get", {}, { servers: [{ url: "/v2" }] });
    const context = { ...importContext(), documentUrl: "https://docs.example.com/api/openapi.json" };
    expect(onlyDraft(importOpenApi(document, context)).action.url).toBe("https://docs.example.com/v2/orders");
  });
});

describe("what is skipped", () => {
  const circle = { a: { $ref: "#/components/schemas/b" }, b: { $ref: "#/components/schemas/a" } };
  const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const endless = { deep: { allOf: [to("deep")] } };
  const doubling = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `s${index}`,
      { allOf: [to(`s${index + 1}`), to(`s${index + 1}`)] },
    ]),
  );
  const requestBody = json({ $ref: "#/components/schemas/a" });
  const tower = Array.from({ length: 1_000 }).reduce<object>((schema) => ({ allOf: [schema] }), {});
  const cases: [name: string, method: string, operation: object, more: object, reason: RegExp][] = [
    ["HEAD", "head", {}, {}, /do not use the method HEAD/],
    ["no https server", "get", {}, { servers: [{ url: "/v1" }] }, /names no server by an https address/],
    ["a private address", "get", {}, { servers: [{ url: "https://10.0.0.1" }] }, /is refused/],
    ["a body with DELETE", "delete", { requestBody: json({}) }, {}, /send none with DELETE/],
    [
      "a file",
      "post",
      { requestBody: { required: true, content: { "multipart/form-data": {} } } },
      {},
      /multipart/,
    ],
    [
      "another document",
      "post",
      { requestBody: { $ref: "other.yaml#/a" } },
      {},
      /"other.yaml#\/a", and other documents are not fetched/,
    ],
    ["a reference to nothing", "post", { requestBody: { $ref: "#/a/constructor" } }, {}, /does not have/],
    [
      "references in a circle",
      "post",
      { requestBody },
      { components: { schemas: circle } },
      /refers to itself/,
    ],
    ["a schema of a thousand levels", "post", { requestBody: json(tower) }, {}, /nest deeper than 50/],
    [
      "a schema without end",
      "post",
      { requestBody: json(to("deep")) },
      { components: { schemas: endless } },
      /nest deeper than 50/,
    ],
    [
      "a schema that doubles",
      "post",
      { requestBody: json(to("s0")) },
      { components: { schemas: { ...doubling, s30: {} } } },
      /too many others/,
    ],
    [
      "an object in the query",
      "get",
      { parameters: [inQuery("f", { type: "object" }, { required: true })] },
      {},
      /is an object/,
    ],
    [
      "a query of identity's",
      "get",
      { parameters: [inQuery("user_id", { type: "string" }, { required: true })] },
      {},
      /"user_id" is reserved/,
    ],
    [
      "a list of lists",
      "post",
      {
        requestBody: json({
          type: "object",
          required: ["l"],
          properties: { l: { type: "array", items: { type: "array" } } },
        }),
      },
      {},
      /list of lists/,
    ],
  ];
  it.each(cases)("is an operation with %s", (_name, method, operation, more, reason) => {
    expect(reasonOf("/orders", method, operation, more)).toMatch(reason);
  });

  it("is what comes after two hundred operations", () => {
    const paths = Object.fromEntries(Array.from({ length: 203 }, (_, index) => [`/p${index}`, { get: {} }]));
    const { items, skipped } = importOpenApi(documentOf("/", "get", {}, { paths }), importContext());
    expect(items).toHaveLength(200);
    expect(skipped.map(({ source }) => source)).toEqual(["GET /p200", "GET /p201", "GET /p202"]);
  });

  it("is a path in another document, while the others are imported", () => {
    const paths = { "/a": { $ref: "paths.yaml#/a" }, "/b": { get: {} } };
    const result = importOpenApi(documentOf("/", "get", {}, { paths }), importContext());
    expect(result.items.map(({ source }) => source)).toEqual(["GET /b"]);
    expect(result.skipped.map(({ source }) => source)).toEqual(["/a"]);
  });
});
