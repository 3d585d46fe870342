import * as z from "zod";
import { authSchema, headerName } from "./action-auth.ts";
import { cardSchema } from "./card.ts";
import { FIELD_NAME } from "./template.ts";
import { localizedText } from "./text.ts";

/** HTTP methods an action may use. */
export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export const PARAMETER_TYPES = [
  "text",
  "number",
  "integer",
  "boolean",
  "email",
  "phone",
  "url",
  "date",
  "datetime",
  "choice",
  "object",
] as const;

const line = (maximum: number) => z.string().trim().max(maximum);
const name = z.string().regex(FIELD_NAME, "must be letters, digits, _ or -, not digits alone");
export const parameterSchema = z.strictObject({
  name,
  label: line(120).default(""),
  type: z.enum(PARAMETER_TYPES).default("text"),
  isArray: z.boolean().default(false),
  required: z.boolean().default(true),
  hint: line(500).default(""),
  options: z
    .array(z.union([z.string().max(200), z.number()]))
    .max(100)
    .default([]),
  default: z.json().default(null),
  /** JSON Schema (2020-12) of an object's value; null for any object. */
  schema: z.record(z.string(), z.json()).nullable().default(null),
});

const pair = <Key extends z.ZodType>(key: Key) => z.strictObject({ name: key, value: z.string().max(2_000) });

const formName = z.string().min(1).max(200);

export const bodySchema = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("fields"), fields: z.array(pair(name)).max(50).default([]) }),
  z.strictObject({ mode: z.literal("template"), template: z.string().min(1).max(20_000) }),
  z.strictObject({ mode: z.literal("form"), fields: z.array(pair(formName)).max(50).default([]) }),
]);

const claimRuleSchema = z.strictObject({
  claim: z.string().regex(/^[^\s\p{C}]{1,120}$/u, "must be the name of one claim, such as plan"),
  in: z
    .array(z.union([z.string().max(200), z.number(), z.boolean()]))
    .min(1, "needs at least one value")
    .max(50),
});
export type ClaimRule = z.output<typeof claimRuleSchema>;

/** An action's fields, each judged by itself; `actionSchema` judges them together. */
export const actionShape = z.strictObject({
  identifier: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, "must be snake_case: a-z, 0-9 and _, starting with a letter"),
  name: line(120).min(1, "must not be empty"),
  whenToUse: line(1_000).min(1, "must say when the assistant should use this action"),
  examples: z.array(line(200).min(1)).max(20).default([]),
  enabled: z.boolean().default(false),
  method: z.enum(METHODS),
  url: z.string().trim().max(2_048, "must be at most 2,048 characters"),
  parameters: z.array(parameterSchema).max(50).default([]),
  headers: z.array(pair(headerName)).max(50).default([]),
  query: z
    .array(pair(z.string().min(1).max(200)))
    .max(50)
    .default([]),
  body: bodySchema.default({ mode: "fields", fields: [] }),
  auth: authSchema.default({ type: "none" }),
  sendVisitorIdentity: z.boolean().default(true),
  requireVerifiedIdentity: z.boolean().default(false),
  /** Each narrows whom the action is for: visitors whose signed claim is, or holds, one of these values. */
  claimRules: z.array(claimRuleSchema).max(10).default([]),
  /** Whether the endpoint takes the same call twice as one, so that it may be sent again. */
  idempotent: z.boolean().default(false),
  confirmation: z.enum(["auto", "always", "never"]).default("auto"),
  progressText: localizedText.default({}),
  /** What is said of a run beside `progressText`; null for the product's own words. */
  progressTexts: z
    .strictObject({
      slow: localizedText.nullable().default(null),
      done: localizedText.nullable().default(null),
      failed: localizedText.nullable().default(null),
    })
    .prefault({}),
  reply: z.string().max(2_000).nullable().default(null),
  response: z
    .strictObject({
      include: z
        .array(z.string().regex(/^(\/.*)?$/, "must be a JSON Pointer, such as /status"))
        .max(50)
        .default([]),
      /** How an answer is drawn for the visitor, beside the reply's words. */
      card: cardSchema.nullable().default(null),
    })
    .prefault({}),
  timeoutMs: z.int().min(1_000).max(60_000).default(15_000),
});

/** A definition as written, the credential possibly inside. */
export type ActionInput = z.output<typeof actionShape>;
export type Parameter = z.output<typeof parameterSchema>;
export type ParameterType = (typeof PARAMETER_TYPES)[number];
export type Method = (typeof METHODS)[number];
