import type { ChatListItem, ChatMessage, FieldError } from "@errand/shared/wire";
import type { Selectable } from "kysely";
import { ErrandError } from "../errors.ts";
import type { Visitor } from "../identity/visitor.ts";
import { timestamp, type Database } from "../storage/database.ts";
import { prepareQuery, prepareStatement } from "../storage/prepare.ts";
import { writerOf } from "../storage/write-together.ts";
import type { Tables } from "../storage/schema.ts";
import { toVisitorNote } from "./visitor-note.ts";

/** An exchange with one visitor of one site. Times are ISO 8601 UTC. */
export interface Conversation {
  id: string;
  siteId: string;
  visitorKey: string;
  /** Whether the owner tries the assistant out. */
  isPreview: boolean;
  /** Since when a person answers instead of the model. */
  handedOverAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** Whose conversation is meant. */
export interface Owner {
  siteId: string;
  visitorKey: string;
}

/** Where conversations are kept. */
export interface ConversationStore {
  /** The visitor's own conversation. @throws ErrandError `not_found`, for another visitor's too */
  get(owner: Owner, id: string): Promise<Conversation>;
  /** The same, made when it does not exist yet. @throws ErrandError `not_found` when the id is somebody else's */
  open(owner: Owner, id: string, options?: { isPreview?: boolean; visitor?: Visitor }): Promise<Conversation>;
  /** Newest first. */
  list(owner: Owner): Promise<Conversation[]>;
  /** The same, as the visitor knows them: by what they said first. One in which nothing was said is left out. */
  listTitled(owner: Owner): Promise<ChatListItem[]>;
  /** Hands one visitor's conversations to another, at identification, with the questions that are open in them. */
  reassign(siteId: string, fromKey: string, toKey: string): Promise<void>;
  /** Notes on a visitor's conversations how they were verified, for the owner. */
  noteVisitor(owner: Owner, visitor: Visitor): Promise<void>;
  addFeedback(conversationId: string, feedback: Feedback): Promise<void>;
}

/** A visitor's judgement of one reply. */
export interface Feedback {
  messageId: string;
  value: "up" | "down";
  comment?: string | undefined;
}

const MAX_LISTED = 100;
const MAX_TITLE_LENGTH = 120;

/** What a client may do whose id for a new conversation is somebody else's. */
const TAKEN = "; begin one under an id that nobody used, such as a UUID";

type NewRow = Omit<Selectable<Tables["conversations"]>, "handed_over_at">;

export function createConversationStore(database: Database): ConversationStore {
  const write = writerOf(database);
  const byId = prepareQuery(database, (of: { id: string }) =>
    database.selectFrom("conversations").selectAll().where("id", "=", of.id),
  );
  const add = prepareStatement((row: NewRow) =>
    database
      .insertInto("conversations")
      .values({
        id: row.id,
        site_id: row.site_id,
        visitor_key: row.visitor_key,
        preview: row.preview,
        verification: row.verification,
        visitor: row.visitor,
        created_at: row.created_at,
        updated_at: row.updated_at,
      })
      .onConflict((conflict) => conflict.column("id").doNothing()),
  );
  const find = async (id: string): Promise<Conversation | undefined> => {
    const [row] = await byId({ id });
    return row && toConversation(row);
  };
  const own = (found: Conversation | undefined, owner: Owner, id: string, advice = ""): Conversation => {
    if (found?.siteId === owner.siteId && found.visitorKey === owner.visitorKey) return found;
    throw new ErrandError("not_found", `There is no conversation ${id} of this visitor${advice}.`);
  };
  return {
    get: async (owner, id) => own(await find(id), owner, id),
    async open(owner, id, { isPreview = false, visitor } = {}) {
      const known = await find(id);
      if (known) return own(known, owner, id, TAKEN);
      const now = timestamp();
      const row: NewRow = {
        id,
        site_id: owner.siteId,
        visitor_key: owner.visitorKey,
        preview: isPreview ? 1 : 0,
        ...(visitor ? toVisitorNote(visitor) : { verification: null, visitor: null }),
        created_at: now,
        updated_at: now,
      };
      const [added] = await write(add(row));
      return own(
        added === 1 ? toConversation({ ...row, handed_over_at: null }) : await find(id),
        owner,
        id,
        TAKEN,
      );
    },
    async list(owner) {
      const rows = await database
        .selectFrom("conversations")
        .selectAll()
        .where("site_id", "=", owner.siteId)
        .where("visitor_key", "=", owner.visitorKey)
        .orderBy("updated_at", "desc")
        .limit(MAX_LISTED)
        .execute();
      return rows.map(toConversation);
    },
    async listTitled(owner) {
      const rows = await database
        .selectFrom("conversations")
        .innerJoin("messages", "messages.conversation_id", "conversations.id")
        .select(["conversations.id", "conversations.created_at", "updated_at", "parts"])
        .where("site_id", "=", owner.siteId)
        .where("visitor_key", "=", owner.visitorKey)
        .where("seq", "=", 1)
        .orderBy("updated_at", "desc")
        .limit(MAX_LISTED)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        title: toTitle(row.parts),
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      }));
    },
    async reassign(siteId, fromKey, toKey) {
      const theirs = database
        .selectFrom("conversations")
        .select("id")
        .where("site_id", "=", siteId)
        .where("visitor_key", "=", fromKey);
      await write(
        database
          .updateTable("approvals")
          .set({ visitor_key: toKey })
          .where("visitor_key", "=", fromKey)
          .where("state", "=", "pending")
          .where("conversation_id", "in", theirs)
          .compile(),
        database
          .updateTable("conversations")
          .set({ visitor_key: toKey })
          .where("site_id", "=", siteId)
          .where("visitor_key", "=", fromKey)
          .compile(),
      );
    },
    async noteVisitor({ siteId, visitorKey }, visitor) {
      await database
        .updateTable("conversations")
        .set(toVisitorNote(visitor))
        .where("site_id", "=", siteId)
        .where("visitor_key", "=", visitorKey)
        .execute();
    },
    async addFeedback(conversationId, feedback) {
      await requireMessage(database, conversationId, feedback.messageId);
      const row = { value: feedback.value, comment: feedback.comment?.replaceAll("\0", "") ?? null };
      await database
        .insertInto("feedback")
        .values({
          conversation_id: conversationId,
          message_id: feedback.messageId,
          created_at: timestamp(),
          ...row,
        })
        .onConflict((conflict) => conflict.columns(["conversation_id", "message_id"]).doUpdateSet(row))
        .execute();
    },
  };
}

/** The words of a stored message, on one line. */
function toTitle(parts: string): string {
  const texts = (JSON.parse(parts) as ChatMessage["parts"]).map((part) => ("text" in part ? part.text : ""));
  return texts.join(" ").replaceAll(/\s+/g, " ").trim().slice(0, MAX_TITLE_LENGTH).toWellFormed();
}

async function requireMessage(database: Database, conversationId: string, messageId: string): Promise<void> {
  const found = await database
    .selectFrom("messages")
    .select("id")
    .where("conversation_id", "=", conversationId)
    .where("id", "=", messageId)
    .where("role", "=", "assistant")
    .executeTakeFirst();
  if (found) return;
  const errors: FieldError[] = [{ pointer: "/messageId", message: "must name a reply of this conversation" }];
  throw new ErrandError("not_found", `There is no reply ${messageId} in this conversation.`, { errors });
}

function toConversation(row: Selectable<Tables["conversations"]>): Conversation {
  return {
    id: row.id,
    siteId: row.site_id,
    visitorKey: row.visitor_key,
    isPreview: row.preview === 1,
    handedOverAt: row.handed_over_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
