import { expect, test } from "vitest";
import { toActionTool } from "./action-tool.ts";
import { action, createTicket, lookUpOrder } from "./built-in/shop.fixture.ts";

test("an action becomes a function tool with a closed JSON Schema", () => {
  expect(toActionTool(lookUpOrder)).toEqual({
    type: "function",
    name: "lookup_order",
    description:
      "Look up a customer's order status by order number.\nVisitors ask, for example:\n- Where is my order?\n- Sifarişim haradadır?",
    inputSchema: {
      type: "object",
      properties: {
        order_number: {
          type: "string",
          maxLength: 2_000,
          description: "Order number. Such as ORD-123",
        },
      },
      required: ["order_number"],
      additionalProperties: false,
    },
    providerOptions: {
      errand: {
        name: "Look up order",
        whenToUse: "Look up a customer's order status by order number.",
        examples: ["Where is my order?", "Sifarişim haradadır?"],
        reply: null,
        parameters: lookUpOrder.parameters,
        asksFirst: false,
        hasCard: false,
        changes: false,
      },
    },
  });
});

test("a call that changes something is marked as one that asks first", () => {
  expect(toActionTool(createTicket).providerOptions?.["errand"]).toMatchObject({
    asksFirst: true,
    hasCard: false,
    changes: true,
  });
});

const SCHEMAS: [string, Record<string, unknown>, Record<string, unknown>][] = [
  ["number", {}, { type: "number" }],
  ["integer", {}, { type: "integer" }],
  ["boolean", {}, { type: "boolean" }],
  ["object", {}, { type: "object" }],
  ["email", {}, { type: "string", format: "email" }],
  ["url", {}, { type: "string", format: "uri" }],
  ["date", {}, { type: "string", format: "date" }],
  ["datetime", {}, { type: "string", format: "date-time" }],
  ["phone", {}, { type: "string", description: "In international form, such as +994501234567" }],
  ["choice", { options: ["low", 2] }, { enum: ["low", 2] }],
  ["email", { isArray: true }, { type: "array", items: { type: "string", format: "email" } }],
  ["integer", { default: 3 }, { type: "integer", default: 3 }],
  ["integer", { label: "Guests", hint: "At most 8" }, { type: "integer", description: "Guests. At most 8" }],
];

for (const [type, more, schema] of SCHEMAS) {
  test(`a parameter of type ${type} with ${JSON.stringify(more)} has the schema ${JSON.stringify(schema)}`, () => {
    expect(schemaOf({ type, ...more }).properties).toEqual({ value: schema });
  });
}

test("an object's own schema stands in the tool's, its references moved along", () => {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    properties: { $ref: { type: "string" }, next: { $ref: "#" }, line: { $ref: "#/$defs/line" } },
    $defs: { line: { type: "integer" } },
  };
  const nested = (root: string) => ({
    type: "object",
    properties: { $ref: { type: "string" }, next: { $ref: root }, line: { $ref: `${root}/$defs/line` } },
    $defs: { line: { type: "integer" } },
  });
  expect(schemaOf({ type: "object", schema, hint: "Where to" }).properties).toEqual({
    value: { ...nested("#/properties/value"), description: "Where to" },
  });
  expect(schemaOf({ type: "object", isArray: true, schema }).properties).toEqual({
    value: { type: "array", items: nested("#/properties/value/items") },
  });
});

const NEEDS: [Record<string, unknown>, string[]][] = [
  [{}, ["value"]],
  [{ required: false }, []],
  [{ default: "high" }, []],
];

for (const [parameter, required] of NEEDS) {
  test(`a parameter with ${JSON.stringify(parameter)} makes ${JSON.stringify(required)} required`, () => {
    expect(schemaOf(parameter).required).toEqual(required);
  });
}

function schemaOf(parameter: Record<string, unknown>) {
  return toActionTool(
    action({
      identifier: "send",
      name: "Send",
      whenToUse: "To send.",
      method: "POST",
      url: "https://api.shop.example.com/things",
      parameters: [{ name: "value", ...parameter }],
    }),
  ).inputSchema;
}
