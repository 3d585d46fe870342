import { changesData } from "@errand/shared/action";
import type { ModelOutcome } from "@errand/shared/outcome";
import type { StoredAction } from "../actions/stored-action.ts";
import type { TurnContext } from "./turn-context.ts";
import { describeFailure } from "./words.ts";

/** A call that may run now. */
export interface ReadyCall {
  toolCallId: string;
  action: StoredAction;
  arguments: Record<string, unknown>;
}

/** Runs a call, or takes what the ledger already holds of it, and tells the reply how it ended. */
export async function executeCall(context: TurnContext, call: ReadyCall): Promise<void> {
  const { runs, runAction } = context.dependencies;
  const known = await runs.findByCall(context.conversationId, call.toolCallId);
  if (known) return settle(context, call.toolCallId, known.told, known.durationMs ?? 0);
  const result = await runAction({
    site: context.site,
    action: call.action,
    arguments: call.arguments,
    visitor: context.visitor,
    locale: context.locale,
    conversationId: context.conversationId,
    messageId: context.writer.message.id,
    callId: call.toolCallId,
    // A change that is under way is never cut off: nobody would know whether it happened.
    ...(changesData(call.action.definition) ? {} : { signal: context.signal }),
  });
  settle(context, call.toolCallId, result.told, result.durationMs);
}

function settle(
  context: TurnContext,
  toolCallId: string,
  told: ModelOutcome | undefined,
  durationMs: number,
): void {
  const outcome: ModelOutcome = told ?? { outcome: "unknown", message: INTERRUPTED };
  if (outcome.outcome === "ok") context.writer.succeed(toolCallId, durationMs, outcome);
  else context.writer.fail(toolCallId, describeFailure(outcome, context.locale), outcome);
}

const INTERRUPTED =
  "The server stopped while this call was under way; nobody knows whether it went through. Tell the visitor so.";
