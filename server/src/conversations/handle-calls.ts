import { asksFirst, changesData, type Action } from "@errand/shared/action";
import { pickText } from "@errand/shared/locale";
import type { EditableArgument, ProgressTexts, ToolMetadata } from "@errand/shared/wire";
import { createId } from "../storage/ids.ts";
import type { Approval } from "./approval-store.ts";
import { executeCall, type ReadyCall } from "./execute-call.ts";
import { findHandOver, handOver } from "./hand-over.ts";
import { callPage } from "./page-tools.ts";
import { planCall, type CallPlan, type ModelCall } from "./plan-call.ts";
import { saveReply } from "./save-reply.ts";
import type { TurnContext } from "./turn-context.ts";
import { say } from "./words.ts";

type RunPlan = Extract<CallPlan, { kind: "run" }>;

/** Shows what the model called, asks what needs asking, and runs the rest. */
export async function handleCalls(context: TurnContext, calls: readonly ModelCall[]): Promise<void> {
  const person = findHandOver(context, calls);
  if (person) return handOver(context, person);
  const ready: ReadyCall[] = [];
  for (const call of calls) {
    const plan = planCall(context, call);
    const toolCallId = createId("call");
    if (plan.kind === "refuse") {
      context.writer.hideCall({ toolCallId, toolName: call.toolName, input: plan.input, told: plan.told });
      continue;
    }
    if (plan.kind === "page") {
      callPage(context, plan);
      continue;
    }
    // Asked before it is shown: a call whose question could not be stored must not look ready to run.
    const approval = plan.asks ? await ask(context, toolCallId, plan) : undefined;
    show(context, toolCallId, plan);
    if (approval) context.writer.askApproval(toolCallId, approval);
    else ready.push({ toolCallId, action: plan.action, arguments: plan.arguments });
  }
  const stored = saveReply(context, "open");
  await settleAll([stored, executeAll(context, ready, stored)]);
}

/** Waits for all, so that nothing of them goes on beside what follows. @throws the first one's reason that failed */
async function settleAll(all: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(all);
  const failed = ended.find((each) => each.status === "rejected");
  if (failed) throw failed.reason;
}

/**
 * Reads run side by side; as soon as one call changes something, all run in the model's order. No request leaves before
 * the reply that shows its call is `stored`. How a call ended need not be: the ledger holds it.
 */
async function executeAll(
  context: TurnContext,
  calls: readonly ReadyCall[],
  stored: Promise<void>,
): Promise<void> {
  if (calls.every((call) => !changesData(call.action.definition))) {
    return settleAll(calls.map((call) => executeCall(context, call, stored)));
  }
  for (const call of calls) {
    context.signal.throwIfAborted();
    await executeCall(context, call, stored);
  }
}

function show(context: TurnContext, toolCallId: string, plan: RunPlan): void {
  const { definition } = plan.action;
  context.writer.showCall({
    toolCallId,
    toolName: definition.identifier,
    title: textFor(context, definition.progressText) ?? say("working", context.locale, definition.name),
    input: plan.arguments,
    toolMetadata: describeCall(context, plan),
    digest: plan.digest,
    actionUpdatedAt: plan.action.updatedAt,
  });
}

function describeCall(context: TurnContext, { action: { definition }, asks }: RunPlan): ToolMetadata {
  const texts = progressTexts(context, definition);
  return {
    name: definition.name,
    labels: Object.fromEntries(definition.parameters.map((each) => [each.name, each.label || each.name])),
    changes: changesData(definition) || asksFirst(definition),
    ...(Object.keys(texts).length > 0 ? { texts } : {}),
    ...(asks ? { editable: definition.parameters.map(toEditable) } : {}),
  };
}

function progressTexts(context: TurnContext, { progressTexts: written }: Action): ProgressTexts {
  const named = (["slow", "done", "failed"] as const).flatMap((name) => {
    const text = textFor(context, written[name] ?? {});
    return text ? [[name, text] as const] : [];
  });
  return Object.fromEntries(named);
}

function toEditable({
  name,
  type,
  required,
  isArray,
  options,
}: Action["parameters"][number]): EditableArgument {
  return { name, type, required, isArray, ...(options.length > 0 ? { options } : {}) };
}

function textFor({ locale, site }: TurnContext, text: Action["progressText"]): string | undefined {
  return pickText(text, locale, site.settings.defaultLocale) || undefined;
}

function ask(context: TurnContext, toolCallId: string, plan: RunPlan): Promise<Approval> {
  return context.dependencies.approvals.ask({
    conversationId: context.conversationId,
    messageId: context.writer.message.id,
    callId: toolCallId,
    actionId: plan.action.id,
    arguments: plan.arguments,
    digest: plan.digest,
  });
}
