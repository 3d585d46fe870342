import { executeCall, settleFromLedger } from "./execute-call.ts";
import { awaitsApproval, isToolPart, type StoredMessage, type StoredToolPart } from "./message.ts";
import { awaitsPage, expirePageCalls, isPageCall, OVERTAKEN, showExpired } from "./page-calls.ts";
import { findCalledAction, type TurnContext } from "./turn-context.ts";
import { createTurnWriter } from "./turn-writer.ts";
import { describeFailure, say } from "./words.ts";

/**
 * Brings the calls of a reply that were approved, or were cut off, to an end: what the ledger holds as finished is
 * taken from there, what was in flight is unknown, what had not started runs now.
 */
export async function recoverCalls(context: TurnContext): Promise<void> {
  expirePageCalls(context);
  for (const part of context.writer.message.parts.filter(isToolPart)) {
    context.signal.throwIfAborted();
    if (isUnsettled(part)) await recoverCall(context, part);
  }
}

const isUnsettled = (part: StoredToolPart): boolean =>
  part.state === "approval-responded" || (part.state === "input-available" && !isPageCall(part));

/** Whether the reply waits for the visitor's word, or for what the page answers. */
export function awaitsBrowser(message: Pick<StoredMessage, "parts">): boolean {
  return awaitsApproval(message) || message.parts.some((part) => isToolPart(part) && awaitsPage(part));
}

async function recoverCall(context: TurnContext, part: StoredToolPart): Promise<void> {
  const { toolCallId, input } = part;
  if (await settleFromLedger(context, toolCallId)) return;
  const action = findCalledAction(context, part);
  if (action) {
    const args = (input ?? {}) as Record<string, unknown>;
    await executeCall(context, { toolCallId, action, arguments: args });
  } else context.writer.fail(toolCallId, describeFailure(CHANGED, context.locale), CHANGED);
}

/** The visitor's word, and the rules that let a call run without it, hold for the action as it stood then. */
const CHANGED = {
  outcome: "not_approved",
  message: "The site's owner changed or removed this action before the call began. Nothing was sent.",
} as const;

type OpenReply = Pick<TurnContext, "dependencies" | "conversationId" | "locale" | "writer">;

/** Ends a reply that the visitor stopped or went past: what had not begun never will, and no question stays open. */
export async function abandonCalls(context: OpenReply): Promise<void> {
  for (const part of context.writer.message.parts.filter(isToolPart)) {
    if (part.state === "approval-requested") context.writer.deny(part.toolCallId, ABANDONED);
    else if (isPageCall(part) && part.state === "input-available")
      context.writer.fail(part.toolCallId, say("page_failed", context.locale), OVERTAKEN);
    else if (isUnsettled(part) && !(await settleFromLedger(context, part.toolCallId)))
      context.writer.deny(part.toolCallId, ABANDONED);
  }
  context.writer.message.status = "complete";
  await context.dependencies.approvals.cancelAll(context.conversationId);
  await context.dependencies.messages.saveReply(context.conversationId, context.writer.message);
}

const ABANDONED = {
  outcome: "not_approved",
  message: "The visitor stopped the reply or went on before this call began. Nothing was sent.",
} as const;

/** Closes what earlier turns left open: a new message takes back every question the visitor left unanswered. */
export async function closeOpenReplies(
  context: Omit<OpenReply, "writer">,
  messages: readonly StoredMessage[],
): Promise<void> {
  const open = messages.filter((message) => message.role === "assistant" && message.status === "open");
  for (const message of open) {
    await abandonCalls({ ...context, writer: createTurnWriter({ write: () => {} }, message) });
  }
}

/**
 * What a browser is shown of a conversation while no turn runs: a reply that was cut off is left out,
 * because sending the same message again tells it from the start.
 */
export function settledMessages(messages: readonly StoredMessage[]): StoredMessage[] {
  return messages.flatMap((message) => {
    const isSettled = message.role === "user" || message.status === "complete" || awaitsBrowser(message);
    return isSettled ? [message] : showExpired(message);
  });
}
