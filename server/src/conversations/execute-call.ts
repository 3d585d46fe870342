import { changesData } from "@errand/shared/action";
import type { ModelOutcome } from "@errand/shared/outcome";
import { tellFailure } from "../actions/failure.ts";
import type { StoredAction } from "../actions/stored-action.ts";
import { isToolPart } from "./message.ts";
import type { TurnContext } from "./turn-context.ts";
import { describeFailure, say } from "./words.ts";

/** A call that may run now. */
export interface ReadyCall {
  toolCallId: string;
  action: StoredAction;
  arguments: Record<string, unknown>;
}

/**
 * Runs a call that the ledger does not hold yet, once `stored` has settled, and tells the reply how it ended. For a
 * visitor whose proof was revoked since the turn began, nothing runs any more.
 */
export async function executeCall(
  context: TurnContext,
  call: ReadyCall,
  stored: Promise<void> = Promise.resolve(),
): Promise<void> {
  if (context.isProved && !(await context.isProved())) {
    return settle(context, call.toolCallId, tellFailure("identity_required"), 0);
  }
  const result = await context.dependencies.runAction({
    site: context.site,
    action: call.action,
    arguments: call.arguments,
    visitor: context.visitor,
    locale: context.locale,
    conversationId: context.conversationId,
    messageId: context.writer.message.id,
    callId: call.toolCallId,
    after: stored,
    // A change that is under way is never cut off: nobody would know whether it happened.
    ...(changesData(call.action.definition) ? {} : { signal: context.signal }),
  });
  const isStopped = context.signal.aborted && result.outcome === "network_error";
  if (isStopped) context.writer.fail(call.toolCallId, say("stopped", context.locale), result.told);
  else settle(context, call.toolCallId, result.told, result.durationMs);
  if (result.card) context.writer.showCard(call.toolCallId, result.card);
}

type Telling = Pick<TurnContext, "dependencies" | "conversationId" | "locale" | "writer">;

/** Tells the reply how a call ended that the ledger holds already; false when it holds none. */
export async function settleFromLedger(context: Telling, toolCallId: string): Promise<boolean> {
  const known = await context.dependencies.runs.findByCall(context.conversationId, toolCallId);
  if (!known) return false;
  settle(context, toolCallId, known.told ?? INTERRUPTED, known.durationMs ?? 0);
  if (known.card) context.writer.showCard(toolCallId, known.card);
  return true;
}

function settle(context: Telling, toolCallId: string, told: ModelOutcome, durationMs: number): void {
  if (told.outcome === "ok") context.writer.succeed(toolCallId, durationMs, told);
  else
    context.writer.fail(
      toolCallId,
      describeFailure(told, context.locale, isChange(context, toolCallId)),
      told,
    );
}

/** Whether the call was shown as one that changes something. */
function isChange({ writer }: Telling, toolCallId: string): boolean {
  const part = writer.message.parts.filter(isToolPart).find((each) => each.toolCallId === toolCallId);
  return part?.toolMetadata?.changes === true;
}

const INTERRUPTED: ModelOutcome = {
  outcome: "unknown",
  message:
    "The server stopped while this call was under way; nobody knows whether it went through. Tell the visitor so.",
};
