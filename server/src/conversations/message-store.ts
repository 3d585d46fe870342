import { sql } from "kysely";
import { timestamp, type Database } from "../storage/database.ts";
import type { Tables } from "../storage/schema.ts";
import type { StoredMessage } from "./message.ts";

/** How many of a conversation's newest messages are read; older ones stay stored. */
export const MAX_LISTED_MESSAGES = 200;

/** Where messages are kept. */
export interface MessageStore {
  /** The newest messages of a conversation, oldest first. */
  list(conversationId: string): Promise<StoredMessage[]>;
  /** Stores a visitor's message; false when the id stands in the conversation already, which changes nothing. */
  addVisitorMessage(conversationId: string, message: { id: string; text: string }): Promise<boolean>;
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
        .orderBy("seq", "desc")
        .limit(MAX_LISTED_MESSAGES)
        .execute();
      return rows.toReversed().map(toMessage);
    },
    addVisitorMessage(conversationId, { id, text }) {
      const parts = JSON.stringify([{ type: "text", text }]);
      const row = { id, role: "user", parts, status: "complete", author: null, created_at: timestamp() };
      return save(database, conversationId, row);
    },
    async saveReply(conversationId, { id, status, parts, author = null, createdAt }) {
      const text = JSON.stringify(parts);
      await save(database, conversationId, {
        id,
        role: "assistant",
        parts: text,
        status,
        author,
        created_at: createdAt,
      });
    },
  };
}

type NewRow = Omit<Tables["messages"], "conversation_id" | "seq">;

/** One transaction: the next place in the conversation is taken, or a known reply gets its new state. */
async function save(database: Database, conversationId: string, row: NewRow): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
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
    const result = await transaction
      .insertInto("messages")
      .values({ ...row, conversation_id: conversationId, seq: last.seq + 1 })
      .onConflict((conflict) => {
        const known = conflict.columns(["conversation_id", "id"]);
        if (row.role === "user") return known.doNothing();
        return known
          .doUpdateSet({ parts: row.parts, status: row.status })
          .where("messages.role", "=", "assistant");
      })
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  });
}

/** A message out of its row. */
export function toMessage(row: Tables["messages"]): StoredMessage {
  return {
    id: row.id,
    role: row.role === "user" ? "user" : "assistant",
    parts: JSON.parse(row.parts) as StoredMessage["parts"],
    status: row.status === "open" ? "open" : "complete",
    ...(row.author === "person" ? { author: row.author } : {}),
    createdAt: row.created_at,
  };
}
