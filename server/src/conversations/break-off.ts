import { isToolPart, type StoredMessage } from "./message.ts";
import { isBusy } from "./model-failure.ts";
import { abandonCalls } from "./recover-reply.ts";
import type { TurnContext } from "./turn-context.ts";
import { say } from "./words.ts";

/**
 * Ends a turn that could not end by itself. A reply that the visitor stopped is complete; any other stays open, so
 * that the same message can be sent again, and the visitor gets a plain sentence.
 */
export async function breakOff(context: TurnContext, error: unknown): Promise<void> {
  const { signal, writer } = context;
  if (signal.aborted && signal.reason === "visitor") {
    await abandonCalls(context);
    writer.abort();
    return;
  }
  if (!signal.aborted) logFailure(context, error, "turn failed");
  dropFailedStep(writer.message);
  const isOurs = !signal.aborted || signal.reason !== "overtaken";
  if (isOurs)
    await keepReply(context).catch((failure: unknown) => logFailure(context, failure, "reply not stored"));
  writer.error(say(isBusy(error) ? "model_busy" : "model_failed", context.locale));
  writer.finish("error");
}

/** What the failed step said is said anew; what it called stays. */
function dropFailedStep(message: StoredMessage): void {
  const lastStep = message.parts.findLastIndex((part) => part.type === "step-start");
  const from = Math.max(0, lastStep);
  if (!message.parts.slice(from).some(isToolPart)) message.parts.length = from;
}

async function keepReply({ writer: { message }, dependencies, conversationId }: TurnContext): Promise<void> {
  if (message.parts.length > 0) await dependencies.messages.saveReply(conversationId, message);
}

function logFailure({ dependencies, conversationId }: TurnContext, err: unknown, what: string): void {
  dependencies.log.error({ err, conversation: conversationId }, what);
}
