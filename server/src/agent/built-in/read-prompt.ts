import type {
  LanguageModelV4Message,
  LanguageModelV4Prompt,
  LanguageModelV4ToolResultOutput,
} from "@ai-sdk/provider";
import { OUTCOME_CODES, type ModelOutcome } from "@errand/shared/outcome";

/** What happened in a conversation, in order. What the assistant said is left out: it follows from the rest. */
export type PromptEvent =
  | { type: "message"; text: string }
  | { type: "call"; identifier: string; input: unknown }
  | { type: "result"; identifier: string; input: unknown; outcome: ModelOutcome };

export function readPrompt(prompt: LanguageModelV4Prompt): PromptEvent[] {
  const inputs = new Map<string, unknown>();
  return prompt.flatMap((message) => readMessage(message, inputs));
}

function readMessage(message: LanguageModelV4Message, inputs: Map<string, unknown>): PromptEvent[] {
  if (message.role === "system") return [];
  if (message.role === "user") {
    const texts = message.content.flatMap((part) => (part.type === "text" ? [part.text] : []));
    return [{ type: "message", text: texts.join("\n").toWellFormed().replaceAll("\0", " ").trim() }];
  }
  return message.content.flatMap((part): PromptEvent[] => {
    if (part.type === "tool-call") {
      inputs.set(part.toolCallId, part.input);
      return [{ type: "call", identifier: part.toolName, input: part.input }];
    }
    if (part.type !== "tool-result") return [];
    const input = inputs.get(part.toolCallId);
    return [{ type: "result", identifier: part.toolName, input, outcome: readOutput(part.output) }];
  });
}

function readOutput(output: LanguageModelV4ToolResultOutput): ModelOutcome {
  switch (output.type) {
    case "execution-denied":
      return { outcome: "not_approved" };
    case "json":
      return toOutcome(output.value, "ok");
    case "error-json":
      return toOutcome(output.value, "remote_error");
    case "text":
      return toOutcome(parse(output.value), "ok");
    case "error-text":
      return toOutcome(parse(output.value), "remote_error");
    default: {
      const texts = output.value.flatMap((part) => (part.type === "text" ? [part.text] : []));
      return toOutcome(parse(texts.join("\n")), "ok");
    }
  }
}

const CODES = new Set<unknown>([...OUTCOME_CODES, "unknown"]);

/** A result that is no outcome, such as that of a tool which the page runs, is the data itself. */
function toOutcome(value: unknown, otherwise: "ok" | "remote_error"): ModelOutcome {
  const isOutcome =
    typeof value === "object" && value !== null && "outcome" in value && CODES.has(value.outcome);
  return isOutcome ? (value as ModelOutcome) : { outcome: otherwise, data: value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
