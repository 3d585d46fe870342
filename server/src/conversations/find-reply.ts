import type { ApprovalAnswer } from "@errand/shared/chat";
import { ErrandError } from "../errors.ts";
import { timestamp } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import type { VisitorWord } from "./approval-store.ts";
import { isToolPart, type StoredMessage } from "./message.ts";
import { closeOpenReplies } from "./recover-reply.ts";
import type { TurnDependencies, TurnRequest } from "./turn-context.ts";

/** A reply, and everything before it. */
export interface Place {
  earlier: StoredMessage[];
  reply: StoredMessage;
}

/**
 * Where the reply to a visitor's message stands. A new message is stored first, and takes back every open question.
 * @throws ErrandError `conflict` for a message that newer ones have overtaken, or the id of a reply
 */
export async function placeMessage(
  dependencies: TurnDependencies,
  request: TurnRequest,
  message: { id: string; text: string },
): Promise<Place> {
  const { conversationId, locale } = request;
  const before = await dependencies.messages.list(conversationId);
  if (!before.some(({ id }) => id === message.id)) {
    await closeOpenReplies({ dependencies, conversationId, locale }, before);
    await dependencies.messages.addVisitorMessage(conversationId, message);
  }
  return findPlace(await dependencies.messages.list(conversationId), message.id);
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

/** The reply that asked, and what the visitor said to its questions. */
interface AnsweredPlace extends Place {
  words: VisitorWord[];
}

/**
 * Takes the visitor's word on the newest reply's questions.
 * @throws ErrandError `approval_gone` when none of them waits, and the reply does not either
 */
export async function placeWords(
  dependencies: TurnDependencies,
  request: TurnRequest,
  answers: readonly ApprovalAnswer[],
): Promise<AnsweredPlace> {
  const all = await dependencies.messages.list(request.conversationId);
  const reply = all.at(-1);
  if (reply?.role !== "assistant" || reply.status !== "open") throw gone();
  const words: VisitorWord[] = [];
  for (const { approvalId, approved } of answers) {
    const word = await dependencies.approvals.answer(approvalId, request, approved);
    if (word && belongsTo(reply, word)) words.push(word);
  }
  if (words.length === 0) throw gone();
  return { earlier: all.slice(0, -1), reply, words };
}

const gone = (): ErrandError =>
  new ErrandError("approval_gone", "This question is no longer open. Nothing was changed.");

/** A word counts for the very call that was shown: the same reply, call and arguments. */
function belongsTo(reply: StoredMessage, word: VisitorWord): boolean {
  const part = reply.parts.filter(isToolPart).find(({ toolCallId }) => toolCallId === word.callId);
  return reply.id === word.messageId && part?.digest === word.digest;
}
