import { sql, type Transaction } from "kysely";
import { timestamp, type Database } from "../storage/database.ts";
import type { Tables } from "../storage/schema.ts";
import type { StoredMessage } from "./message.ts";

/** Where messages are kept. */
export interface MessageStore {
  /** All messages of a conversation, oldest first. */
  list(conversationId: string): Promise<StoredMessage[]>;
  /** Stores a visitor's message; the same id again changes nothing. */
  addVisitorMessage(conversationId: string, message: { id: string; text: string }): Promise<void>;
  /** Stores a reply as it stands, in the place it took when first saved. */
  saveReply(conversationId: string, message: StoredMessage): Promise<void>;
}

export function createMessageStore(database: Database): MessageStore {
  return {
    async list(conversationId) {
      const rows = await database
        .selectFrom("messages")
        .selectAll()
        .where("conversation_id", "=", conversationId)
        .orderBy("seq")
        .execute();
      return rows.map(toMessage);
    },
    async addVisitorMessage(conversationId, { id, text }) {
      const parts = JSON.stringify([{ type: "text", text }]);
      const row = { id, role: "user", parts, status: "complete", created_at: timestamp() };
      await insertOrUpdate(database, conversationId, row);
    },
    async saveReply(conversationId, message) {
      const { id, status } = message;
      const row = {
        id,
        role: "assistant",
        parts: JSON.stringify(message.parts),
        status,
        created_at: message.createdAt,
      };
      await insertOrUpdate(database, conversationId, row);
    },
  };
}

type NewRow = Omit<Tables["messages"], "conversation_id" | "seq">;

/** One transaction: the next place in the conversation is taken, or the known message gets its new state. */
async function insertOrUpdate(database: Database, conversationId: string, row: NewRow): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const updated = await transaction
      .updateTable("messages")
      .set(row.role === "user" ? { id: row.id } : { parts: row.parts, status: row.status })
      .where("conversation_id", "=", conversationId)
      .where("id", "=", row.id)
      .executeTakeFirst();
    if (updated.numUpdatedRows > 0n) return;
    await appendRow(transaction, conversationId, row);
  });
}

async function appendRow(
  transaction: Transaction<Tables>,
  conversationId: string,
  row: NewRow,
): Promise<void> {
  // Touching the conversation first serializes writers of one conversation (a row lock in PostgreSQL).
  await transaction
    .updateTable("conversations")
    .set({ updated_at: timestamp() })
    .where("id", "=", conversationId)
    .execute();
  const last = await transaction
    .selectFrom("messages")
    .select(sql<number>`coalesce(max(seq), 0)`.as("seq"))
    .where("conversation_id", "=", conversationId)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("messages")
    .values({ ...row, conversation_id: conversationId, seq: last.seq + 1 })
    .execute();
}

function toMessage(row: Tables["messages"]): StoredMessage {
  return {
    id: row.id,
    role: row.role === "user" ? "user" : "assistant",
    parts: JSON.parse(row.parts) as StoredMessage["parts"],
    status: row.status === "open" ? "open" : "complete",
    createdAt: row.created_at,
  };
}
