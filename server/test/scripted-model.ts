import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";
import type { ModelRegistry } from "../src/agent/model-registry.ts";

/** What the scripted model does in one step. */
type ScriptedStep =
  | LanguageModelV4StreamPart[]
  | Error
  | ((signal: AbortSignal | undefined) => Promise<LanguageModelV4StreamPart[]>)
  | AsyncGenerator<LanguageModelV4StreamPart>;

/** A model that emits whatever it is told, step by step, and keeps what it was asked. */
export interface ScriptedModel extends ModelRegistry {
  /** Steps still to come; push to it as the test goes on. */
  steps: ScriptedStep[];
  /** The options of every call, oldest first. */
  asked: LanguageModelV4CallOptions[];
}

const NO_USAGE = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

export function createScriptedModel(): ScriptedModel {
  const steps: ScriptedStep[] = [];
  const asked: LanguageModelV4CallOptions[] = [];
  const model: LanguageModelV4 = {
    specificationVersion: "v4",
    provider: "test",
    modelId: "scripted",
    supportedUrls: {},
    doGenerate: () => Promise.reject(new TypeError("The turn loop streams")),
    async doStream(options) {
      const { abortSignal: _signal, ...rest } = options;
      asked.push(structuredClone(rest));
      const step = steps.shift();
      if (!step) throw new TypeError("The script has no further step");
      if (step instanceof Error) throw step;
      const parts = typeof step === "function" ? await step(options.abortSignal) : step;
      return { stream: ReadableStream.from<LanguageModelV4StreamPart>(parts) };
    },
  };
  return { steps, asked, resolve: () => model };
}

/** A step that speaks, in the deltas given. */
export function says(...deltas: string[]): LanguageModelV4StreamPart[] {
  return [
    { type: "stream-start", warnings: [] },
    { type: "text-start", id: "t" },
    ...deltas.map((delta): LanguageModelV4StreamPart => ({ type: "text-delta", id: "t", delta })),
    { type: "text-end", id: "t" },
    { type: "finish", usage: NO_USAGE, finishReason: { unified: "stop", raw: "stop" } },
  ];
}

/** A step that ends for another reason than that all is said. */
export function ends(
  reason: LanguageModelV4FinishReason["unified"],
  ...deltas: string[]
): LanguageModelV4StreamPart[] {
  const finish = { type: "finish", usage: NO_USAGE, finishReason: { unified: reason, raw: reason } } as const;
  return [...says(...deltas).slice(0, -1), finish];
}

/** The same step by a model that counts its tokens. */
export function counted(
  step: readonly LanguageModelV4StreamPart[],
  input: number,
  output: number,
): LanguageModelV4StreamPart[] {
  const usage = {
    inputTokens: { ...NO_USAGE.inputTokens, total: input },
    outputTokens: { ...NO_USAGE.outputTokens, total: output },
  };
  return step.map((part) => (part.type === "finish" ? { ...part, usage } : part));
}

/** A step that calls tools, each with its arguments. */
export function calls(...made: [toolName: string, input: unknown][]): LanguageModelV4StreamPart[] {
  return [
    { type: "stream-start", warnings: [] },
    ...made.map(([toolName, input], index): LanguageModelV4StreamPart => ({
      type: "tool-call",
      toolCallId: `call_${index}`,
      toolName,
      input: typeof input === "string" ? input : JSON.stringify(input),
    })),
    { type: "finish", usage: NO_USAGE, finishReason: { unified: "tool-calls", raw: "tool_calls" } },
  ];
}
