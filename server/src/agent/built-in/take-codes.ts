import type { ToolCall } from "./dialogue.ts";
import { isBare } from "./intent.ts";
import { rememberByText } from "../../remember.ts";
import type { Arguments } from "./slots.ts";
import type { BuiltInTool } from "./tools.ts";
import { kindOf } from "./values/find-values.ts";
import { findCodes, findOwnCodes } from "./values/patterns.ts";
import { without, type Span } from "./values/span.ts";
import { isIn } from "./vocabulary/phrase-set.ts";
import { phrases } from "./vocabulary/phrases.ts";
import { foldedWords } from "./words.ts";

/** Calls that one message may make for as many codes. */
const MAX_CALLS = 5;

/** The tool whose code a message is, such as an order number: the only one, or the only one that just reads. */
export function findByCode(tools: readonly BuiltInTool[], text: string): BuiltInTool | undefined {
  const fitting = (find: typeof findCodes) => {
    const isCode = rememberByText((hint) => {
      const spans = find({ type: "text", hint }, text);
      return spans.length > 0 && isBare(without(text, spans));
    });
    return tools.filter((tool) => tool.slots.some((slot) => kindOf(slot) === "code" && isCode(slot.hint)));
  };
  const own = fitting(findOwnCodes);
  const candidates = own.length > 0 ? own : fitting(findCodes);
  const reading = candidates.filter((tool) => !tool.changes && !tool.asksFirst);
  const [only, ...others] = candidates.length === 1 ? candidates : reading;
  return others.length === 0 ? only : undefined;
}

/** One call for each code: "where are ORD-1 and ORD-2?". */
export function fanOut(tool: BuiltInTool, text: string, values: Arguments): ToolCall[] {
  const [slot, ...others] = tool.slots.filter((each) => kindOf(each) === "code" && !each.isArray);
  if (slot === undefined || others.length > 0) return [{ tool, values }];
  const spans = findOwnCodes(slot, text);
  const codes = [...new Set(spans.map(({ value }) => value))];
  if (codes.length < 2 || !codes.includes(values[slot.name] ?? "")) return [{ tool, values }];
  const meant = isCorrected(text, spans) ? codes.slice(-1) : codes.slice(0, MAX_CALLS);
  return meant.map((code) => ({ tool, values: { ...values, [slot.name]: code } }));
}

/** "ORD-1, no wait, ORD-2": the last one takes the place of those before it. */
function isCorrected(text: string, spans: readonly Span[]): boolean {
  const [first, last] = [spans[0], spans.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    isIn(foldedWords(text.slice(first.end, last.start)), phrases.correction)
  );
}
