import type { LanguageModelV4CallOptions, LanguageModelV4FunctionTool } from "@ai-sdk/provider";
import { parameterSchema, PARAMETER_TYPES, type Parameter } from "@errand/shared/action";
import { canonicalLocale } from "@errand/shared/locale";
import type { ToolOptions } from "../action-tool.ts";
import type { SignInAction } from "../prompt.ts";

/** A tool as the built-in model uses it. */
export interface BuiltInTool extends ToolOptions {
  identifier: string;
}

/** The function tools of a call; none when the caller forbids tools. */
export function readTools(options: LanguageModelV4CallOptions): BuiltInTool[] {
  if (options.toolChoice?.type === "none") return [];
  return (options.tools ?? []).flatMap((tool) => (tool.type === "function" ? [readTool(tool)] : []));
}

function readTool(tool: LanguageModelV4FunctionTool): BuiltInTool {
  const own = tool.providerOptions?.["errand"] as ToolOptions | undefined;
  return { identifier: tool.name, ...(own ?? describeForeign(tool)) };
}

/** A tool that is no action, such as one that the page registered: its schema is all there is. */
function describeForeign(tool: LanguageModelV4FunctionTool): ToolOptions {
  return {
    name: sentenceCase(tool.name.replaceAll(/[_-]+/g, " ")),
    whenToUse: tool.description ?? "",
    examples: [],
    reply: null,
    parameters: readSchema(tool.inputSchema as ForeignSchema),
    asksFirst: false,
    hasCard: false,
    changes: true,
  };
}

/** The few keywords of JSON Schema that are read of a foreign tool. */
interface ForeignSchema {
  type?: unknown;
  format?: string;
  description?: string;
  enum?: unknown[];
  items?: ForeignSchema;
  properties?: Record<string, ForeignSchema>;
  required?: string[];
}

function readSchema({ properties = {}, required = [] }: ForeignSchema): Parameter[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    const value = (property.type === "array" && property.items) || property;
    const read = parameterSchema.safeParse({
      name,
      label: sentenceCase(name.replaceAll(/[_-]+/g, " ")),
      type: typeOf(value),
      isArray: value !== property,
      required: required.includes(name),
      hint: property.description?.slice(0, 500),
      options: value.enum,
    });
    return read.success ? [read.data] : [];
  });
}

const BY_FORMAT = new Map([
  ["date-time", "datetime"],
  ["uri", "url"],
  ["email", "email"],
  ["date", "date"],
]);

function typeOf(schema: ForeignSchema): string {
  if (schema.enum) return "choice";
  const named = BY_FORMAT.get(schema.format ?? "");
  return named ?? PARAMETER_TYPES.find((type) => type === schema.type) ?? "text";
}

/** What the call's `providerOptions.errand` says, English and nameless when it says nothing. */
export function readCallOptions(options: LanguageModelV4CallOptions) {
  const own = options.providerOptions?.["errand"];
  return {
    locale: canonicalLocale(own?.["locale"]) ?? "en",
    siteName: typeof own?.["siteName"] === "string" ? own["siteName"] : "",
    signInActions: (own?.["signInActions"] ?? []) as unknown as SignInAction[],
  };
}

/** `order_number` → `Order number`. */
export function sentenceCase(text: string): string {
  const words = text.trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
