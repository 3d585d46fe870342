import type { LanguageModelV4CallOptions, LanguageModelV4FunctionTool } from "@ai-sdk/provider";
import type { Parameter } from "@errand/shared/action";
import { canonicalLocale } from "@errand/shared/locale";
import { RESERVED_NAMES } from "@errand/shared/template";
import { isTimeZone } from "@errand/shared/text";
import { isNeeded, type ToolOptions } from "../action-tool.ts";
import type { HiddenAction } from "../prompt.ts";
import { sentenceCase } from "./sentence-case.ts";
import { isBeyondWords, readMember, toSlots, type MemberSchema, type Slot } from "./slots.ts";

/** The tool that hands a conversation over to a person. */
export const HAND_OVER = "errand_hand_over";

/** A tool as the built-in model uses it. */
export interface BuiltInTool extends ToolOptions {
  identifier: string;
  slots: Slot[];
  /** Whether everything that a call needs can be asked for in words. */
  isFillable: boolean;
}

/** The function tools of a call; none when the caller forbids tools. */
export function readTools(options: LanguageModelV4CallOptions): BuiltInTool[] {
  if (options.toolChoice?.type === "none") return [];
  return (options.tools ?? []).flatMap((tool) => (tool.type === "function" ? [readTool(tool)] : []));
}

function readTool(tool: LanguageModelV4FunctionTool): BuiltInTool {
  const own = (tool.providerOptions?.["errand"] as ToolOptions | undefined) ?? describeForeign(tool);
  const isFree = ({ name }: Parameter) => !RESERVED_NAMES.has(name);
  const parameters = own.parameters.filter(isFree);
  const askable = parameters.filter((parameter) => !isBeyondWords(parameter));
  return {
    identifier: tool.name,
    ...own,
    slots: askable.flatMap(toSlots),
    isFillable: own.parameters.every((each) => !isNeeded(each) || (isFree(each) && !isBeyondWords(each))),
  };
}

/** A tool that is no action, such as one that the page registered: its schema is all there is. */
function describeForeign(tool: LanguageModelV4FunctionTool): ToolOptions {
  const { properties = {}, required = [] } = tool.inputSchema as MemberSchema;
  return {
    name: sentenceCase(
      tool.name
        .replaceAll(/[_-]+/g, " ")
        .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
        .toLowerCase(),
    ),
    whenToUse: tool.description ?? "",
    examples: [],
    reply: null,
    parameters: Object.entries(properties).flatMap(
      ([name, property]) => readMember(name, property, required.includes(name)) ?? [],
    ),
    asksFirst: false,
    hasCard: false,
    changes: true,
  };
}

/** What the call's `providerOptions.errand` says, English and nameless when it says nothing. */
export function readCallOptions(options: LanguageModelV4CallOptions) {
  const own = options.providerOptions?.["errand"];
  return {
    locale: canonicalLocale(own?.["locale"]) ?? "en",
    timeZone: readTimeZone(own?.["timeZone"]),
    siteName: typeof own?.["siteName"] === "string" ? own["siteName"] : "",
    signInActions: (own?.["signInActions"] ?? []) as unknown as HiddenAction[],
    deniedActions: (own?.["deniedActions"] ?? []) as unknown as HiddenAction[],
  };
}

function readTimeZone(name: unknown): string | undefined {
  return typeof name === "string" && isTimeZone(name) ? name : undefined;
}
