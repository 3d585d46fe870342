import type { NewDelivery } from "../deliveries/outbox.ts";
import { ErrandError } from "../errors.ts";
import { timestamp } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import { textOf, type StoredMessage } from "./message.ts";
import { closeOpenReplies } from "./recover-reply.ts";
import type { TurnDependencies, TurnRequest } from "./turn-context.ts";

/** A reply, and everything before it. */
export interface Place {
  earlier: StoredMessage[];
  reply: StoredMessage;
}

/**
 * Where the reply to a visitor's message stands. A new message is stored first, and takes back every open question.
 * @throws ErrandError `conflict` for a message that newer ones have overtaken, the id of a reply, or of other words
 */
export async function placeMessage(
  dependencies: TurnDependencies,
  request: TurnRequest,
  message: { id: string; text: string },
): Promise<Place> {
  const { before, stored } = await storeMessage(dependencies, request, message);
  if (stored) return { earlier: [...before, stored], reply: createReply() };
  return findPlace(await dependencies.messages.list(request.conversationId), message.id);
}

/**
 * The same for a message that nobody answers at once, and that is sent on. The reply is empty, but for a message sent
 * again to which the model replied, as to the one that made it call a person.
 */
export async function placeVisitorMessage(
  dependencies: TurnDependencies,
  request: TurnRequest,
  message: { id: string; text: string },
  deliveries: readonly NewDelivery[],
): Promise<Place> {
  const { before, stored } = await storeMessage(dependencies, request, message, deliveries);
  if (stored) return { earlier: [...before, stored], reply: createReply() };
  const all = await dependencies.messages.list(request.conversationId);
  const at = all.findIndex(({ id, role }) => id === message.id && role === "user");
  const next = at < 0 ? undefined : all[at + 1];
  const isReplied = next?.role === "assistant" && next.status === "complete" && next.author === undefined;
  return isReplied ? { earlier: all.slice(0, at + 1), reply: next } : { earlier: all, reply: createReply() };
}

/**
 * The messages as they stood before, and the visitor's one as it is stored now. Nothing is done for a message that
 * stands in the conversation already.
 */
async function storeMessage(
  dependencies: TurnDependencies,
  { conversationId, locale }: TurnRequest,
  message: { id: string; text: string },
  deliveries: readonly NewDelivery[] = [],
): Promise<{ before: StoredMessage[]; stored?: StoredMessage | undefined }> {
  const before = await dependencies.messages.list(conversationId);
  const sent = before.find(({ id }) => id === message.id);
  if (sent?.role === "user" && textOf(sent) !== message.text)
    throw new ErrandError(
      "conflict",
      `The message ${message.id} was sent with other words. Send these under a new id.`,
    );
  if (sent) return { before };
  await closeOpenReplies({ dependencies, conversationId, locale }, before);
  return {
    before,
    stored: await dependencies.messages.addVisitorMessage(conversationId, message, deliveries),
  };
}

function findPlace(all: StoredMessage[], messageId: string): Place {
  const at = all.findIndex((message) => message.id === messageId);
  const next = all[at + 1];
  const earlier = all.slice(0, at + 1);
  if (all[at]?.role !== "user" || (next && next.role !== "assistant"))
    throw new ErrandError(
      "conflict",
      "The conversation has gone on since this message. Send it as a new one.",
    );
  return { earlier, reply: next ?? createReply() };
}

const createReply = (): StoredMessage => ({
  id: createId("msg"),
  role: "assistant",
  parts: [],
  status: "open",
  createdAt: timestamp(),
});
