import type { JSONObject, JSONSchema7, LanguageModelV4FunctionTool } from "@ai-sdk/provider";
import { asksFirst, changesData, type Action, type Parameter } from "@errand/shared/action";

/** What the built-in model reads of a tool beside its schema; other providers ignore the key `errand`. */
export interface ToolOptions {
  /** The action's name as the owner wrote it. */
  name: string;
  whenToUse: string;
  examples: string[];
  /** The owner's template over the answer, or null. */
  reply: string | null;
  parameters: Parameter[];
  /** Whether a run waits for the visitor's approval. */
  asksFirst: boolean;
  /** Whether the visitor is shown the answer as a card. */
  hasCard: boolean;
  /** Whether a run changes something at the owner's side. */
  changes: boolean;
}

const MAX_TEXT_LENGTH = 2_000;

/** An action as a language model sees it: its identifier, when to use it, and a JSON Schema of its arguments. */
export function toActionTool(action: Action): LanguageModelV4FunctionTool {
  const options: ToolOptions = {
    name: action.name,
    whenToUse: action.whenToUse,
    examples: action.examples,
    reply: action.reply,
    parameters: action.parameters,
    asksFirst: asksFirst(action),
    hasCard: action.response.card !== null,
    changes: changesData(action),
  };
  return {
    type: "function",
    name: action.identifier,
    description: describe(action),
    inputSchema: toInputSchema(action.parameters),
    providerOptions: { errand: options as unknown as JSONObject },
  };
}

function describe(action: Action): string {
  const examples = action.examples.map((example) => `\n- ${example}`).join("");
  return examples ? `${action.whenToUse}\nVisitors ask, for example:${examples}` : action.whenToUse;
}

function toInputSchema(parameters: Parameter[]): JSONSchema7 {
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map((each) => [each.name, toSchema(each)])),
    required: parameters.filter(isNeeded).map((each) => each.name),
    additionalProperties: false,
  };
}

/** Whether a call is incomplete without this parameter: required, and no default stands in for it. */
export function isNeeded(parameter: Parameter): boolean {
  return parameter.required && parameter.default === null;
}

function toSchema(parameter: Parameter): JSONSchema7 {
  const description = [parameter.label, parameter.hint].filter(Boolean).join(". ");
  const value = toValueSchema(parameter);
  return {
    ...(parameter.isArray ? { type: "array", items: value } : value),
    ...(description ? { description } : {}),
    ...(parameter.default === null ? {} : { default: parameter.default as JSONObject }),
  };
}

function toValueSchema(parameter: Parameter): JSONSchema7 {
  switch (parameter.type) {
    case "text":
      return { type: "string", maxLength: MAX_TEXT_LENGTH };
    case "email":
      return { type: "string", format: "email" };
    case "phone":
      return { type: "string", description: "In international form, such as +994501234567" };
    case "url":
      return { type: "string", format: "uri" };
    case "date":
      return { type: "string", format: "date" };
    case "datetime":
      return { type: "string", format: "date-time" };
    case "choice":
      return { enum: parameter.options };
    case "object":
      return { type: "object", ...toNestedSchema(parameter) };
    default:
      return { type: parameter.type };
  }
}

/** An object's own schema in its place inside the tool's, where references count from another root. */
function toNestedSchema({ name, isArray, schema }: Parameter): JSONSchema7 {
  if (!schema) return {};
  const { $schema: _dialect, ...plain } = schema;
  const root = `#/properties/${name}${isArray ? "/items" : ""}`;
  const moved = JSON.stringify(plain, (key, value: unknown) =>
    key === "$ref" && typeof value === "string" ? root + value.slice(1) : value,
  );
  return JSON.parse(moved) as JSONSchema7;
}
