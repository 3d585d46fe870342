import { sql, type CompiledQuery } from "kysely";
import { deliveryStatements, type NewDelivery } from "../deliveries/outbox.ts";
import { timestamp, type Database } from "../storage/database.ts";
import { prepareQuery, prepareStatement } from "../storage/prepare.ts";
import { writerOf } from "../storage/write-together.ts";
import type { Tables } from "../storage/schema.ts";
import { noteLength, visitorMessage, type StoredMessage } from "./message.ts";

/** How many of a conversation's newest messages are read; older ones stay stored. */
export const MAX_LISTED_MESSAGES = 200;

/** Where messages are kept. */
export interface MessageStore {
  /** The newest messages of a conversation, oldest first. */
  list(conversationId: string): Promise<StoredMessage[]>;
  /**
   * Stores a visitor's message and what is to be told of it, both or neither, and answers it as it stands there now;
   * undefined when the id stands in the conversation already, which changes nothing.
   */
  addVisitorMessage(
    conversationId: string,
    message: { id: string; text: string },
    deliveries?: readonly NewDelivery[],
  ): Promise<StoredMessage | undefined>;
  /** Stores a reply as it stands, in the place it took when first saved. */
  saveReply(conversationId: string, message: StoredMessage): Promise<void>;
}

export function createMessageStore(database: Database): MessageStore {
  const write = writerOf(database);
  const { list, touch, addMessage } = prepareMessageStatements(database);
  const saveReply = prepareReply(database);
  return {
    async list(conversationId) {
      return (await list({ conversationId })).toReversed().map(toMessage);
    },
    async addVisitorMessage(conversationId, said, deliveries = []) {
      const message = visitorMessage(said);
      const [, added] = await write(
        touch({ conversationId, now: message.createdAt }),
        addMessage(toRow(conversationId, message)),
        ...deliveryStatements(database, deliveries),
      );
      return added === 1 ? message : undefined;
    },
    async saveReply(conversationId, message) {
      await write(...saveReply(conversationId, message));
    },
  };
}

/** What stores a reply as it stands, to be written together with what it tells. */
export function prepareReply(
  database: Database,
): (conversationId: string, message: StoredMessage) => CompiledQuery[] {
  const { touch, saveReply } = prepareMessageStatements(database);
  return (conversationId, message) => [
    touch({ conversationId, now: timestamp() }),
    saveReply(toRow(conversationId, message)),
  ];
}

type NewRow = Omit<Tables["messages"], "conversation_id" | "seq"> & { conversationId: string };

function prepareMessageStatements(database: Database) {
  /** In the next place of its conversation. */
  const insert = (row: NewRow) => {
    const { id, role, parts, status, author, input_tokens, output_tokens, created_at, conversationId } = row;
    return database.insertInto("messages").values((eb) => ({
      id,
      role,
      parts,
      status,
      author,
      input_tokens,
      output_tokens,
      created_at,
      conversation_id: conversationId,
      seq: eb
        .selectFrom("messages")
        .select(sql<number>`coalesce(max(seq), 0) + 1`.as("seq"))
        .where("conversation_id", "=", conversationId),
    }));
  };
  return {
    list: prepareQuery(database, (of: { conversationId: string }) =>
      database
        .selectFrom("messages")
        .selectAll()
        .where("conversation_id", "=", of.conversationId)
        .orderBy("seq", "desc")
        .limit(MAX_LISTED_MESSAGES),
    ),
    // Touching the conversation first serializes writers of one conversation (a row lock in PostgreSQL).
    touch: prepareStatement((of: { conversationId: string; now: string }) =>
      database.updateTable("conversations").set({ updated_at: of.now }).where("id", "=", of.conversationId),
    ),
    addMessage: prepareStatement((row: NewRow) =>
      insert(row).onConflict((conflict) => conflict.columns(["conversation_id", "id"]).doNothing()),
    ),
    /** A known reply gets its new state. */
    saveReply: prepareStatement((row: NewRow) =>
      insert(row).onConflict((conflict) =>
        conflict
          .columns(["conversation_id", "id"])
          .doUpdateSet({
            parts: row.parts,
            status: row.status,
            input_tokens: row.input_tokens,
            output_tokens: row.output_tokens,
          })
          .where("messages.role", "=", "assistant"),
      ),
    ),
  };
}

function toRow(conversationId: string, message: StoredMessage): NewRow {
  return {
    id: message.id,
    role: message.role,
    parts: JSON.stringify(message.parts),
    status: message.status,
    author: message.author ?? null,
    input_tokens: message.usage?.inputTokens ?? null,
    output_tokens: message.usage?.outputTokens ?? null,
    created_at: message.createdAt,
    conversationId,
  };
}

function usageOf({
  input_tokens: inputTokens,
  output_tokens: outputTokens,
}: Tables["messages"]): Pick<StoredMessage, "usage"> {
  return inputTokens === null || outputTokens === null ? {} : { usage: { inputTokens, outputTokens } };
}

/** A message out of its row. */
export function toMessage(row: Tables["messages"]): StoredMessage {
  const message: StoredMessage = {
    id: row.id,
    role: row.role === "user" ? "user" : "assistant",
    parts: JSON.parse(row.parts) as StoredMessage["parts"],
    status: row.status === "open" ? "open" : "complete",
    ...(row.author === "person" ? { author: row.author } : {}),
    ...usageOf(row),
    createdAt: row.created_at,
  };
  noteLength(message, row.parts.length);
  return message;
}
