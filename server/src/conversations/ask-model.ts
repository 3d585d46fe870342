import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { toCallOptions } from "./call-options.ts";
import type { ModelCall } from "./plan-call.ts";
import { readModel } from "./read-model.ts";
import type { TracePart } from "./trace-store.ts";
import type { TurnContext } from "./turn-context.ts";

/** What one model call may answer; a model that goes on is not heard further. */
const MAX_STEP_CALLS = 32;
const MAX_STEP_LENGTH = 100_000;

/** Asks the model once: its words are written as they come, its calls are answered when it has ended. */
export async function askModel(context: TurnContext): Promise<ModelCall[]> {
  const options = toCallOptions(context);
  const parts: TracePart[] = [];
  try {
    return await readStep(context, options, parts);
  } finally {
    context.onStep?.({ prompt: options.prompt, tools: describeTools(options), parts });
  }
}

async function readStep(
  context: TurnContext,
  options: LanguageModelV4CallOptions,
  parts: TracePart[],
): Promise<ModelCall[]> {
  const model = context.dependencies.models.resolve(context.site.settings.model);
  const calls: ModelCall[] = [];
  let length = 0;
  for await (const part of readModel(model, options, context.signal)) {
    if (part.type === "error") throw part.error;
    if (part.type === "text-delta") {
      context.writer.text(part.delta);
      length += part.delta.length;
      keepText(parts, part.delta);
    }
    if (part.type === "tool-call") {
      calls.push({ toolName: part.toolName, input: part.input });
      parts.push({ type: "tool-call", toolName: part.toolName, input: part.input });
    }
    if (calls.length >= MAX_STEP_CALLS || length >= MAX_STEP_LENGTH) break;
  }
  return calls;
}

function keepText(parts: TracePart[], delta: string): void {
  const last = parts.at(-1);
  if (last?.type === "text") last.text += delta;
  else parts.push({ type: "text", text: delta });
}

function describeTools({ tools = [] }: LanguageModelV4CallOptions) {
  return tools.flatMap((tool) => {
    if (tool.type !== "function") return [];
    const { name, description, inputSchema } = tool;
    return [{ name, inputSchema, ...(description === undefined ? {} : { description }) }];
  });
}
