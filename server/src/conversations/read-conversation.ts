import type {
  ApprovalView,
  ConversationMessage,
  ConversationView,
  FeedbackView,
} from "@errand/shared/conversation-view";
import { listConversationRuns } from "../actions/run-query.ts";
import type { Database } from "../storage/database.ts";
import type { ConversationRow } from "./conversation-query.ts";
import { toMessage } from "./message-store.ts";
import { toChatMessage, type StoredMessage } from "./message.ts";
import { readVisitorNote } from "./visitor-note.ts";

/** A conversation with everything that happened in it. */
export async function readConversation(database: Database, row: ConversationRow): Promise<ConversationView> {
  const [messages, runs, approvals, feedback] = await Promise.all([
    database
      .selectFrom("messages")
      .selectAll()
      .where("conversation_id", "=", row.id)
      .orderBy("seq")
      .execute(),
    listConversationRuns(database, row.id),
    readApprovals(database, row.id),
    readFeedback(database, row.id),
  ]);
  return {
    id: row.id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    handedOverAt: row.handed_over_at,
    visitor: readVisitorNote(row),
    messages: messages.map((row) => toConversationMessage(toMessage(row))),
    runs,
    approvals,
    feedback,
  };
}

function toConversationMessage(message: StoredMessage): ConversationMessage {
  const { usage } = message;
  return { ...toChatMessage(message), ...(usage ? { usage } : {}) };
}

async function readApprovals(database: Database, conversationId: string): Promise<ApprovalView[]> {
  const rows = await database
    .selectFrom("approvals")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    messageId: row.message_id,
    callId: row.call_id,
    actionId: row.action_id,
    arguments: JSON.parse(row.arguments) as unknown,
    state: row.state,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }));
}

async function readFeedback(database: Database, conversationId: string): Promise<FeedbackView[]> {
  const rows = await database
    .selectFrom("feedback")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .orderBy("created_at")
    .execute();
  return rows.map((row) => ({
    messageId: row.message_id,
    value: row.value === "up" ? "up" : "down",
    comment: row.comment,
    createdAt: row.created_at,
  }));
}
