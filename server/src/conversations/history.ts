import type {
  JSONValue,
  LanguageModelV4Message,
  LanguageModelV4TextPart,
  LanguageModelV4ToolCallPart,
  LanguageModelV4ToolResultPart,
} from "@ai-sdk/provider";
import type { ModelOutcome } from "@errand/shared/outcome";
import { trimJson } from "../actions/trim-json.ts";
import { isToolPart, lengthOf, textOf, type StoredMessage, type StoredToolPart } from "./message.ts";

/** How many of the newest messages a model reads, and how long they are together as JSON, in UTF-16 code units. */
const MAX_MESSAGES = 60;
const MAX_LENGTH = 160_000;

/** How long an answer of an earlier turn stays when the conversation has become too long, in bytes of JSON. */
const SHORTENED_BYTES = 1_024;

/**
 * The newest messages that fit into a prompt, from a visitor's message on, as vendors ask; the newest one of these and
 * what follows it always go in. What does not fit loses first the length of earlier answers, then its oldest turns.
 */
export function recentMessages(messages: readonly StoredMessage[]): StoredMessage[] {
  const newest = newestMessages(messages, MAX_MESSAGES);
  if (newest.reduce((length, message) => length + lengthOf(message), 0) <= MAX_LENGTH) return newest;
  const needed = newest.findLastIndex((message) => message.role === "user");
  return fittingMessages(newest.map((message, at) => (at < needed ? shortenAnswers(message) : message)));
}

/** At most so many, from a visitor's message on. */
function newestMessages(messages: readonly StoredMessage[], count: number): StoredMessage[] {
  const needed = messages.findLastIndex((message) => message.role === "user");
  const from = messages.findIndex(
    (message, at) => message.role === "user" && (messages.length - at <= count || at === needed),
  );
  return from < 0 ? [] : messages.slice(from);
}

/** An earlier answer has been told of already: what is left of it reminds the model of what was there. */
function shortenAnswers(message: StoredMessage): StoredMessage {
  const parts = message.parts.map((part) => {
    if (!isToolPart(part) || part.told?.data === undefined) return part;
    return { ...part, told: { ...part.told, data: trimJson(part.told.data, SHORTENED_BYTES) } };
  });
  return { ...message, parts };
}

function fittingMessages(messages: readonly StoredMessage[]): StoredMessage[] {
  const needed = messages.findLastIndex((message) => message.role === "user");
  let from = messages.length;
  let length = 0;
  for (const [at, message] of [...messages.entries()].toReversed()) {
    length += lengthOf(message);
    if (at < needed && length > MAX_LENGTH) break;
    if (at <= needed && message.role === "user") from = at;
  }
  return messages.slice(from);
}

/** Stored messages as a model reads them: each step's words and calls, then the calls' results. */
export function toModelMessages(messages: readonly StoredMessage[]): LanguageModelV4Message[] {
  return messages.flatMap((message): LanguageModelV4Message[] =>
    message.role === "user"
      ? [{ role: "user", content: [{ type: "text", text: textOf(message) }] }]
      : message.author === "person"
        ? [{ role: "assistant", content: [{ type: "text", text: `${BY_PERSON}${textOf(message)}` }] }]
        : splitSteps(message).flatMap(stepMessages),
  );
}

/** So that the model does not take a promise of the team for its own. */
const BY_PERSON = "(A person of the site's team wrote this:) ";

function splitSteps(message: StoredMessage): StoredMessage["parts"][] {
  const steps: StoredMessage["parts"][] = [];
  for (const part of message.parts) {
    const current = steps.at(-1);
    if (part.type === "step-start" || !current) steps.push(part.type === "step-start" ? [] : [part]);
    else current.push(part);
  }
  return steps;
}

function stepMessages(parts: StoredMessage["parts"]): LanguageModelV4Message[] {
  const content: (LanguageModelV4TextPart | LanguageModelV4ToolCallPart)[] = [];
  const results: LanguageModelV4ToolResultPart[] = [];
  for (const part of parts) {
    if (isToolPart(part)) {
      const { toolCallId } = part;
      const toolName = toVendorName(part.toolName);
      content.push({ type: "tool-call", toolCallId, toolName, input: part.input });
      results.push({ type: "tool-result", toolCallId, toolName, output: toOutput(part) });
      // Vendors refuse a text that is only space.
    } else if (part.type === "text" && part.text.trim() !== "")
      content.push({ type: "text", text: part.text });
  }
  if (content.length === 0) return [];
  const said: LanguageModelV4Message = { role: "assistant", content };
  return results.length > 0 ? [said, { role: "tool", content: results }] : [said];
}

/** A model may have invented any name; vendors take back only these letters, and at most 64 of them. */
const toVendorName = (name: string): string => name.replaceAll(/[^\w-]/g, "_").slice(0, 64) || "_";

function toOutput(part: StoredToolPart): LanguageModelV4ToolResultPart["output"] {
  if (part.state === "output-denied")
    return { type: "execution-denied", reason: "The visitor did not approve it." };
  const told: ModelOutcome = part.told ?? {
    outcome: "unknown",
    message: "It is not known how this call ended.",
  };
  const value = told as unknown as JSONValue;
  return told.outcome === "ok" ? { type: "json", value } : { type: "error-json", value };
}
