import { createHash } from "node:crypto";
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
} from "@ai-sdk/provider";
import { decide } from "./decide.ts";
import type { Decision, ToolCall } from "./dialogue.ts";
import { toArguments } from "./slots.ts";

interface BuiltInModelOptions {
  /** What "today" and "tomorrow" are counted from. */
  now?: () => Date;
}

const MODEL_ID = "built-in";
const NO_USAGE: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

/**
 * The model that needs no key and no network: it matches messages with actions, finds values by type, asks for what is
 * missing and words outcomes. The same prompt gives the same answer.
 */
export function createBuiltInModel({ now = () => new Date() }: BuiltInModelOptions = {}): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: "errand",
    modelId: MODEL_ID,
    supportedUrls: {},
    async doStream(options) {
      options.abortSignal?.throwIfAborted();
      const parts = toParts(decide(options, now()), options);
      return { stream: toStream(parts, options.abortSignal) };
    },
    async doGenerate(options) {
      options.abortSignal?.throwIfAborted();
      const decision = decide(options, now());
      return {
        content: toContents(decision, options),
        finishReason: finishReasonOf(decision),
        usage: NO_USAGE,
        warnings: [],
      };
    },
  };
}

function toContents(decision: Decision, options: LanguageModelV4CallOptions): LanguageModelV4Content[] {
  const said: LanguageModelV4Content[] = decision.text === "" ? [] : [{ type: "text", text: decision.text }];
  const calls = decision.calls.map((call, at): LanguageModelV4Content => {
    return { type: "tool-call", toolCallId: callIdOf(options, at), ...named(call) };
  });
  return [...said, ...calls];
}

function named({ tool, values }: ToolCall): { toolName: string; input: string } {
  return { toolName: tool.identifier, input: JSON.stringify(toArguments(tool.slots, values)) };
}

function finishReasonOf(decision: Decision): LanguageModelV4FinishReason {
  return { unified: decision.calls.length === 0 ? "stop" : "tool-calls", raw: undefined };
}

/** What a reader of the answer may want to know beside its words: which parameter they ask for. */
function metadataOf({ asks }: Decision): { providerMetadata?: SharedV4ProviderMetadata } {
  return asks === undefined ? {} : { providerMetadata: { errand: { asks } } };
}

/** Drawn from the prompt: a prompt that has grown gives another id, the same prompt the same. */
function callIdOf({ prompt }: LanguageModelV4CallOptions, at: number): string {
  return `call_${createHash("sha256")
    .update(JSON.stringify([at, prompt]))
    .digest("hex")
    .slice(0, 24)}`;
}

function toParts(decision: Decision, options: LanguageModelV4CallOptions): LanguageModelV4StreamPart[] {
  return [
    { type: "stream-start", warnings: [] },
    { type: "response-metadata", modelId: MODEL_ID },
    ...(decision.text === "" ? [] : textParts(decision.text)),
    ...decision.calls.flatMap((call, at) => callParts(call, callIdOf(options, at))),
    { type: "finish", usage: NO_USAGE, finishReason: finishReasonOf(decision), ...metadataOf(decision) },
  ];
}

/** One delta a word, the space after it included. */
function textParts(text: string): LanguageModelV4StreamPart[] {
  const deltas = text.match(/\s*\S+\s*/g) ?? [];
  return [
    { type: "text-start", id: "text" },
    ...deltas.map((delta) => ({ type: "text-delta", id: "text", delta }) as const),
    { type: "text-end", id: "text" },
  ];
}

function callParts(call: ToolCall, id: string): LanguageModelV4StreamPart[] {
  const { toolName, input } = named(call);
  return [
    { type: "tool-input-start", id, toolName },
    { type: "tool-input-delta", id, delta: input },
    { type: "tool-input-end", id },
    { type: "tool-call", toolCallId: id, toolName, input },
  ];
}

/** The parts as fast as they are read; an abort ends the stream with the signal's reason. */
function toStream(parts: LanguageModelV4StreamPart[], signal: AbortSignal | undefined) {
  let next = 0;
  return new ReadableStream<LanguageModelV4StreamPart>({
    pull(controller) {
      if (signal?.aborted) {
        controller.error(signal.reason);
        return;
      }
      const part = parts[next++];
      if (part === undefined) controller.close();
      else controller.enqueue(part);
    },
  });
}
