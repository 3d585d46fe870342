import type { StoredMessage } from "./message.ts";
import type { TurnContext } from "./turn-context.ts";

type Keeping = Pick<TurnContext, "dependencies" | "conversationId" | "writer">;

/** Stores the reply as it stands. */
export async function saveReply(context: Keeping, status: StoredMessage["status"]): Promise<void> {
  context.writer.message.status = status;
  await context.dependencies.messages.saveReply(context.conversationId, context.writer.message);
}
