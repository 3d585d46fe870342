import type { ApprovalStore } from "./approval-store.ts";
import { executeCall } from "./execute-call.ts";
import type { MessageStore } from "./message-store.ts";
import { awaitsApproval, isToolPart, type StoredMessage, type StoredToolPart } from "./message.ts";
import type { TurnContext } from "./turn-context.ts";

/**
 * Brings the calls of a reply that was cut off to an end: what the ledger holds as finished is taken from there,
 * what was in flight is unknown, what had not started runs now.
 */
export async function recoverCalls(context: TurnContext): Promise<void> {
  for (const part of context.writer.message.parts.filter(isToolPart)) {
    if (isUnsettled(part)) await recoverCall(context, part);
  }
}

const isUnsettled = (part: StoredToolPart): boolean =>
  part.state === "input-available" || part.state === "approval-responded";

async function recoverCall(context: TurnContext, part: StoredToolPart): Promise<void> {
  const action = context.actions.find(({ definition }) => definition.identifier === part.toolName);
  if (!action) {
    context.writer.fail(part.toolCallId, "", { outcome: "definition_error", message: "The action is gone." });
    return;
  }
  const args = (part.input ?? {}) as Record<string, unknown>;
  await executeCall(context, { toolCallId: part.toolCallId, action, arguments: args });
}

/** Closes what an earlier turn left open: a new message takes back every question the visitor left unanswered. */
export async function closeOpenReplies(
  dependencies: { messages: MessageStore; approvals: ApprovalStore },
  conversationId: string,
  messages: readonly StoredMessage[],
): Promise<void> {
  const open = messages.filter((message) => message.role === "assistant" && message.status === "open");
  if (open.length === 0) return;
  await dependencies.approvals.cancelAll(conversationId);
  for (const message of open) {
    for (const part of message.parts.filter(isToolPart)) closePart(part);
    message.status = "complete";
    await dependencies.messages.saveReply(conversationId, message);
  }
}

function closePart(part: StoredToolPart): void {
  if (part.state === "approval-requested") part.state = "output-denied";
  else if (isUnsettled(part)) {
    Object.assign(part, { state: "output-error", errorText: "", told: { outcome: "unknown" } });
  }
}

/**
 * What a browser is shown of a conversation while no turn runs: a reply that was cut off is left out,
 * because sending the same message again tells it from the start.
 */
export function settledMessages(messages: readonly StoredMessage[]): StoredMessage[] {
  return messages.filter(
    (message) => message.role === "user" || message.status === "complete" || awaitsApproval(message),
  );
}
