import { setTimeout as wait } from "node:timers/promises";
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";
import { toCallOptions } from "./call-options.ts";
import { countTokens } from "./count-tokens.ts";
import { EmptyAnswer, waitBeforeRetry } from "./model-failure.ts";
import type { ModelCall } from "./plan-call.ts";
import { readModel } from "./read-model.ts";
import type { TracePart } from "./trace-store.ts";
import type { TurnContext } from "./turn-context.ts";
import { say } from "./words.ts";

/** What one model call may answer; a model that goes on is not heard further. */
const MAX_STEP_CALLS = 32;
const MAX_STEP_LENGTH = 100_000;

/** What a model has answered so far. */
interface Step {
  calls: ModelCall[];
  parts: TracePart[];
  length: number;
  finish: LanguageModelV4FinishReason["unified"] | undefined;
}

/**
 * Asks the model: its words are written as they come, its calls are answered when it has ended. While nothing has
 * been written, a model that fails is asked once more, and then the site's fallback.
 */
export async function askModel(context: TurnContext): Promise<ModelCall[]> {
  const { model, fallback } = context.siteModel;
  const options = toCallOptions(context);
  const step: Step = { calls: [], parts: [], length: 0, finish: undefined };
  try {
    await askPatiently(context, model, options, step).catch(async (error: unknown) => {
      // Whether a reply may end without a further word depends on what stands in it already.
      if (error instanceof EmptyAnswer && !fallback) return;
      if (!fallback || isCommitted(context, step)) throw error;
      context.dependencies.log.error({ err: error, conversation: context.conversationId }, "model fell back");
      await readStep(context, fallback, options, step);
    });
    closeStep(context, step);
    return step.calls;
  } finally {
    context.onStep?.({ prompt: options.prompt, tools: describeTools(options), parts: step.parts });
  }
}

/** What was said cannot be unsaid, and a turn that was stopped asks nobody. */
const isCommitted = ({ signal }: TurnContext, { parts }: Step): boolean => parts.length > 0 || signal.aborted;

async function askPatiently(
  context: TurnContext,
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
  step: Step,
): Promise<void> {
  try {
    await readStep(context, model, options, step);
  } catch (error) {
    const waitMs = isCommitted(context, step) ? undefined : waitBeforeRetry(error);
    if (waitMs === undefined) throw error;
    await wait(waitMs, undefined, { signal: context.signal });
    await readStep(context, model, options, step);
  }
}

/** @throws EmptyAnswer when the model ends without a word, unless it refuses to speak */
async function readStep(
  context: TurnContext,
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
  step: Step,
): Promise<void> {
  await readModel(model, options, context.signal, (part) => {
    takePart(context, step, part);
    return step.calls.length < MAX_STEP_CALLS && step.length < MAX_STEP_LENGTH;
  });
  if (step.parts.length === 0 && step.finish !== "content-filter")
    throw new EmptyAnswer("The model said nothing.");
}

function takePart(context: TurnContext, step: Step, part: LanguageModelV4StreamPart): void {
  if (part.type === "error") throw part.error;
  if (part.type === "text-delta") takeText(context, step, part.delta);
  if (part.type === "tool-call" && !part.providerExecuted) {
    step.calls.push({ toolName: part.toolName, input: part.input });
    step.parts.push({ type: "tool-call", toolName: part.toolName, input: part.input });
  }
  if (part.type === "finish") {
    step.finish = part.finishReason.unified;
    countTokens(context, part.usage);
  }
}

function takeText(context: TurnContext, step: Step, delta: string): void {
  if (delta === "") return;
  context.writer.text(delta);
  step.length += delta.length;
  const last = step.parts.at(-1);
  if (last?.type === "text") last.text += delta;
  else step.parts.push({ type: "text", text: delta });
}

/** Tells the visitor of an answer that is none, or not whole. */
function closeStep(context: TurnContext, { calls, parts, finish }: Step): void {
  if (calls.length > 0) return;
  if (finish === "content-filter") context.writer.text(space(parts) + say("model_refused", context.locale));
  if (finish === "length") context.writer.text(space(parts) + say("model_cut_short", context.locale));
}

const space = (parts: readonly TracePart[]): string => (parts.length > 0 ? "\n\n" : "");

function describeTools({ tools = [] }: LanguageModelV4CallOptions) {
  return tools.flatMap((tool) => {
    if (tool.type !== "function") return [];
    const { name, description, inputSchema } = tool;
    return [{ name, inputSchema, ...(description === undefined ? {} : { description }) }];
  });
}
