import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { asksFirst, changesData, type Action } from "@errand/shared/action";
import { pickText } from "@errand/shared/locale";
import { toActionTool } from "../agent/action-tool.ts";
import { errandOptions, systemPrompt } from "../agent/prompt.ts";
import { createId } from "../storage/ids.ts";
import type { Approval } from "./approval-store.ts";
import { executeCall, type ReadyCall } from "./execute-call.ts";
import { recentMessages, toModelMessages } from "./history.ts";
import { awaitsApproval, isToolPart, type StoredMessage, type StoredPart } from "./message.ts";
import { planCall, type CallPlan, type ModelCall } from "./plan-call.ts";
import { readModel } from "./read-model.ts";
import { gatedActions, offeredActions, type TurnContext } from "./turn-context.ts";
import { say } from "./words.ts";

/** Model calls that one reply may take. */
const MAX_STEPS = 12;

/** What one model call may answer; a model that goes on is not heard further. */
const MAX_STEP_CALLS = 32;
const MAX_STEP_LENGTH = 100_000;

type RunPlan = Extract<CallPlan, { kind: "run" }>;

/**
 * The agent loop: asks the model, runs what it calls, and goes on until it only speaks or a card waits.
 * The reply is stored before each run, after each run, and before `finish` is written.
 */
export async function runTurn(context: TurnContext): Promise<void> {
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (awaitsApproval(context.writer.message)) return pause(context);
    const calls = await runStep(context);
    context.signal.throwIfAborted();
    if (calls === 0) return conclude(context);
  }
  context.writer.startStep();
  context.writer.text(say("caps_reached", context.locale));
  context.writer.endStep();
  return conclude(context);
}

/** One model call and the runs it leads to. Returns how many calls the model made. */
async function runStep(context: TurnContext): Promise<number> {
  context.writer.startStep();
  const calls = await streamModel(context);
  context.signal.throwIfAborted();
  if (calls.length > 0) await handleCalls(context, calls);
  context.writer.endStep();
  return calls.length;
}

async function streamModel(context: TurnContext): Promise<ModelCall[]> {
  const model = context.dependencies.models.resolve(context.site.settings.model);
  const calls: ModelCall[] = [];
  let length = 0;
  for await (const part of readModel(model, toCallOptions(context), context.signal)) {
    if (part.type === "error") throw part.error;
    if (part.type === "text-delta") context.writer.text(part.delta);
    if (part.type === "text-delta") length += part.delta.length;
    if (part.type === "tool-call") calls.push({ toolName: part.toolName, input: part.input });
    if (calls.length >= MAX_STEP_CALLS || length >= MAX_STEP_LENGTH) break;
  }
  return calls;
}

function toCallOptions(context: TurnContext): LanguageModelV4CallOptions {
  const { site, locale, visitor, writer, earlier } = context;
  const facts = {
    siteName: site.settings.name,
    instructions: site.settings.instructions,
    locale,
    verification: visitor.verification,
  };
  const gated = gatedActions(context).map(({ definition }) => definition);
  return {
    prompt: [
      {
        role: "system",
        content: systemPrompt({ ...facts, signInActions: gated.map((action) => action.name) }),
      },
      ...toModelMessages(recentMessages([...earlier, writer.message])),
    ],
    tools: offeredActions(context).map(({ definition }) => toActionTool(definition)),
    toolChoice: { type: "auto" },
    providerOptions: errandOptions({ locale, siteName: facts.siteName, signInActions: gated }),
  };
}

async function handleCalls(context: TurnContext, calls: readonly ModelCall[]): Promise<void> {
  const ready: ReadyCall[] = [];
  for (const call of calls) {
    const plan = planCall(context, call);
    const toolCallId = createId("call");
    if (plan.kind === "refuse") {
      context.writer.hideCall({ toolCallId, toolName: call.toolName, input: plan.input, told: plan.told });
      continue;
    }
    // Asked before it is shown: a call whose question could not be stored must not look ready to run.
    const approval = plan.asks ? await ask(context, toolCallId, plan) : undefined;
    show(context, toolCallId, plan);
    if (approval) context.writer.askApproval(toolCallId, approval);
    else ready.push({ toolCallId, action: plan.action, arguments: plan.arguments });
  }
  await save(context, "open");
  await executeAll(context, ready);
  await save(context, "open");
}

/** Reads run side by side; as soon as one call changes something, all run in the model's order. */
async function executeAll(context: TurnContext, calls: readonly ReadyCall[]): Promise<void> {
  if (calls.every((call) => !changesData(call.action.definition))) {
    const ended = await Promise.allSettled(calls.map((call) => executeCall(context, call)));
    const failed = ended.find((each) => each.status === "rejected");
    if (failed) throw failed.reason;
    return;
  }
  for (const call of calls) {
    context.signal.throwIfAborted();
    await executeCall(context, call);
  }
}

function show(context: TurnContext, toolCallId: string, plan: RunPlan): void {
  const { definition } = plan.action;
  context.writer.showCall({
    toolCallId,
    toolName: definition.identifier,
    title: progressTitle(definition, context),
    input: plan.arguments,
    toolMetadata: {
      name: definition.name,
      labels: Object.fromEntries(definition.parameters.map((each) => [each.name, each.label || each.name])),
      changes: changesData(definition) || asksFirst(definition),
    },
    digest: plan.digest,
    actionUpdatedAt: plan.action.updatedAt,
  });
}

function progressTitle(definition: Action, { locale, site }: TurnContext): string {
  const written = pickText(definition.progressText, locale, site.settings.defaultLocale);
  return written || say("working", locale, definition.name);
}

function ask(context: TurnContext, toolCallId: string, plan: RunPlan): Promise<Approval> {
  return context.dependencies.approvals.ask({
    conversationId: context.conversationId,
    messageId: context.writer.message.id,
    callId: toolCallId,
    actionId: plan.action.id,
    visitorKey: context.visitorKey,
    arguments: plan.arguments,
    digest: plan.digest,
  });
}

async function pause(context: TurnContext): Promise<void> {
  await save(context, "open");
  context.writer.finish("tool-calls");
}

/** @throws Error when the reply has nothing in it that the visitor could see */
async function conclude(context: TurnContext): Promise<void> {
  const { message } = context.writer;
  if (!message.parts.some(isVisible)) throw new Error("The model said nothing.");
  await save(context, "complete");
  context.writer.finish("stop");
}

const isVisible = (part: StoredPart): boolean =>
  isToolPart(part) ? !part.hidden : part.type !== "step-start";

async function save(context: TurnContext, status: StoredMessage["status"]): Promise<void> {
  context.writer.message.status = status;
  await context.dependencies.messages.saveReply(context.conversationId, context.writer.message);
}
