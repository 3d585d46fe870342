import type { LanguageModelV4 } from "@ai-sdk/provider";
import { askModel } from "./ask-model.ts";
import { handleCalls } from "./handle-calls.ts";
import { isToolPart, type StoredPart } from "./message.ts";
import { awaitsBrowser } from "./recover-reply.ts";
import { keepTokens } from "./count-tokens.ts";
import { saveReply } from "./save-reply.ts";
import type { TurnContext } from "./turn-context.ts";
import { say } from "./words.ts";

/** Model calls that one reply may take. */
const MAX_STEPS = 12;

/**
 * The agent loop: asks the model, runs what it calls, and goes on until it only speaks or a card waits.
 * The reply is stored before each run's request leaves and before `finish` is written; between the two, the ledger
 * holds what came of its runs.
 */
export async function runTurn(context: TurnContext): Promise<void> {
  if (!(await keepsBudget(context))) return conclude(context);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (awaitsBrowser(context.writer.message)) return pause(context);
    const calls = await runStep(context);
    context.signal.throwIfAborted();
    if (calls === 0 || context.isHandedOver) return conclude(context);
  }
  context.writer.startStep();
  context.writer.text(say("caps_reached", context.locale));
  context.writer.endStep();
  return conclude(context);
}

/** False when the site's budget for the day is used up, and the visitor has been told. A model of ours is free. */
async function keepsBudget(context: TurnContext): Promise<boolean> {
  const { model, fallback, dailyTokenBudget } = context.siteModel;
  if (dailyTokenBudget === null || isFree(model)) return true;
  const used = await context.dependencies.usage.today(context.site.id);
  if (used.inputTokens + used.outputTokens < dailyTokenBudget) return true;
  if (fallback && isFree(fallback)) {
    context.siteModel = { ...context.siteModel, model: fallback };
    return true;
  }
  context.writer.startStep();
  context.writer.text(say("budget_used", context.locale));
  context.writer.endStep();
  return false;
}

const isFree = ({ modelId }: LanguageModelV4): boolean => modelId === "built-in";

/** One model call and the runs it leads to. Returns how many calls the model made. */
async function runStep(context: TurnContext): Promise<number> {
  context.writer.startStep();
  const calls = await askModel(context);
  context.signal.throwIfAborted();
  if (calls.length > 0) await handleCalls(context, calls);
  context.writer.endStep();
  return calls.length;
}

async function pause(context: TurnContext): Promise<void> {
  await Promise.all([saveReply(context, "open"), keepTokens(context)]);
  context.writer.finish("tool-calls");
}

/** @throws Error when the reply has nothing in it that the visitor could see */
async function conclude(context: TurnContext): Promise<void> {
  const { message } = context.writer;
  if (!message.parts.some(isVisible)) throw new Error("The model said nothing.");
  await Promise.all([saveReply(context, "complete"), keepTokens(context)]);
  context.writer.finish("stop");
}

const isVisible = (part: StoredPart): boolean =>
  isToolPart(part) ? !part.hidden : part.type !== "step-start";
