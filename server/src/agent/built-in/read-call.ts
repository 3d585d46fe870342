import type { JSONValue } from "@ai-sdk/provider";
import type { Scene, ToolCall } from "./dialogue.ts";
import type { PromptEvent } from "./read-prompt.ts";
import { fits, fromArguments, type Slot } from "./slots.ts";
import { kindOf } from "./values/find-values.ts";
import { MAX_ITEMS, readAnswer } from "./values/read-answer.ts";
import type { ValueContext } from "./values/span.ts";

/**
 * A call that stands in the prompt as one to repeat or put right. Another model may have made it, so values that could
 * not have been given in words are asked for again; undefined for a tool that words cannot fill.
 */
export function readCall(
  { tools, handOver, values }: Scene,
  { identifier, input }: Extract<PromptEvent, { type: "call" }>,
): ToolCall | undefined {
  const tool = [...tools, ...(handOver ? [handOver] : [])].find((each) => each.identifier === identifier);
  if (!tool?.isFillable) return undefined;
  const given = Object.entries(fromArguments(tool.slots, input));
  const slotOf = new Map(tool.slots.map((slot) => [slot.name, slot]));
  const kept = given.filter(([name, value]) => couldBeSaid(slotOf.get(name), value, values));
  return { tool, values: Object.fromEntries(kept) };
}

function couldBeSaid(slot: Slot | undefined, value: JSONValue, context: ValueContext): boolean {
  if (slot === undefined) return false;
  if (slot.isArray) {
    const one = { ...slot, isArray: false };
    const isList = Array.isArray(value) && value.length > 0 && value.length <= MAX_ITEMS;
    return isList && value.every((item) => couldBeSaid(one, item, context));
  }
  return fits(slot, value) && isOfKind(slot, value, context);
}

function isOfKind(slot: Slot, value: JSONValue, context: ValueContext): boolean {
  switch (kindOf(slot)) {
    case "choice":
      return slot.options.some((option) => option === value);
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "integer":
      return Number.isSafeInteger(value);
    case "object":
      return readAnswer(slot, JSON.stringify(value), context) !== undefined;
    case "text":
    case "code":
      return typeof value === "string" && readAnswer({ ...slot, hint: "" }, value, context) !== undefined;
    default:
      return typeof value === "string" && value === readAnswer(slot, value, context);
  }
}
