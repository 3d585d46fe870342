import type { Scene, ToolCall } from "./dialogue.ts";
import { findArguments } from "./fill-arguments.ts";
import { isBare, opensCorrection } from "./intent.ts";
import { findValues } from "./values/find-values.ts";
import { without } from "./values/span.ts";

/** The call with the values that a text gives anew; undefined when it gives none. */
export function correct(scene: Scene, call: ToolCall, text: string, slots = call.tool.slots) {
  const found = findArguments(slots, text, scene.values, call.values);
  if (Object.keys(found).length === 0) return undefined;
  return { tool: call.tool, values: { ...call.values, ...found } };
}

/** The last call, put right: "no, ORD-124", or nothing but another value. */
export function correctLast(scene: Scene, last: ToolCall, text: string): ToolCall | undefined {
  const spans = last.tool.slots.flatMap((slot) => findValues(slot, text, scene.values));
  const isMeant = opensCorrection(text) || (spans.length > 0 && isBare(without(text, spans)));
  return isMeant ? correct(scene, last, text) : undefined;
}
