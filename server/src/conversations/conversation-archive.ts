import type {
  ConversationPage,
  ConversationView,
  ErasureReceipt,
  VisitorExport,
  VisitorItem,
} from "@errand/shared/conversation-view";
import { sql } from "kysely";
import { toVisitorRecord, type Visitor } from "../identity/visitor.ts";
import { timestamp, type Database } from "../storage/database.ts";
import {
  parseCursor,
  queryConversations,
  toCursor,
  type ConversationFilter,
  type ConversationRow,
} from "./conversation-query.ts";
import { summarize } from "./conversation-summary.ts";
import { eraseConversations, eraseVisitor } from "./erase.ts";
import { readConversation } from "./read-conversation.ts";
import { searchConversations } from "./search-conversations.ts";
import { userIdOf } from "./visitor-note.ts";

const MAX_VISITORS = 100;

/** What happened at a site, as its owner reads it back and takes it away. */
export interface ConversationArchive {
  /** Newest first; a cursor that is none counts as the beginning. */
  list(siteId: string, filter: ConversationFilter): Promise<ConversationPage>;
  get(siteId: string, id: string): Promise<ConversationView | undefined>;
  /** Takes one conversation away for good; undefined when the site has no such one. */
  erase(siteId: string, id: string): Promise<ErasureReceipt | undefined>;
  /** Visitors whose id begins so, the one seen last first. */
  listVisitors(siteId: string, prefix: string): Promise<VisitorItem[]>;
  /** Ids of a visitor's conversations. */
  idsOf(siteId: string, userId: string): Promise<string[]>;
  /** Everything of one person; undefined when there is nothing. */
  export(siteId: string, userId: string): Promise<VisitorExport | undefined>;
  /** Takes one person away for good; undefined when there is nothing of them. */
  eraseVisitor(siteId: string, userId: string): Promise<ErasureReceipt | undefined>;
}

export function createConversationArchive(database: Database): ConversationArchive {
  const find = (siteId: string, id: string) =>
    database
      .selectFrom("conversations")
      .selectAll()
      .where("site_id", "=", siteId)
      .where("id", "=", id)
      .executeTakeFirst();
  const rowsOf = (siteId: string, userId: string): Promise<ConversationRow[]> =>
    database
      .selectFrom("conversations")
      .selectAll()
      .where("site_id", "=", siteId)
      .where("visitor_key", "=", `user:${userId}`)
      .orderBy("updated_at")
      .execute();

  return {
    list: (siteId, filter) => listPage(database, siteId, filter),
    async get(siteId, id) {
      const row = await find(siteId, id);
      return row && readConversation(database, row);
    },
    async erase(siteId, id) {
      const row = await find(siteId, id);
      return row && eraseConversations(database, siteId, [id]);
    },
    async listVisitors(siteId, prefix) {
      const start = `user:${prefix}`;
      const rows = await database
        .selectFrom("conversations")
        .select(({ fn }) => [
          "visitor_key",
          fn.countAll().as("conversations"),
          fn.max("updated_at").as("last"),
        ])
        .where("site_id", "=", siteId)
        .where("preview", "=", 0)
        .where(sql`substr(visitor_key, 1, ${Array.from(start).length})`, "=", start)
        .groupBy("visitor_key")
        .orderBy("last", "desc")
        .limit(MAX_VISITORS)
        .execute();
      return rows.map(({ visitor_key, conversations, last }) => ({
        user_id: userIdOf(visitor_key) ?? "",
        conversations: Number(conversations),
        lastSeenAt: last,
      }));
    },
    idsOf: async (siteId, userId) => (await rowsOf(siteId, userId)).map(({ id }) => id),
    async export(siteId, userId) {
      const conversations: ConversationView[] = [];
      for (const row of await rowsOf(siteId, userId))
        conversations.push(await readConversation(database, row));
      const sessions = await database
        .selectFrom("sessions")
        .selectAll()
        .where("site_id", "=", siteId)
        .where("visitor_key", "=", `user:${userId}`)
        .execute();
      if (conversations.length + sessions.length === 0) return undefined;
      return {
        site: siteId,
        user_id: userId,
        exportedAt: timestamp(),
        sessions: sessions.map((row) => ({
          createdAt: row.created_at,
          lastSeenAt: row.last_seen_at,
          expiresAt: row.expires_at,
          locale: row.locale,
          origin: row.origin,
          visitor: toVisitorRecord(JSON.parse(row.visitor) as Visitor),
        })),
        conversations,
      };
    },
    eraseVisitor: (siteId, userId) => eraseVisitor(database, siteId, userId),
  };
}

async function listPage(
  database: Database,
  siteId: string,
  { q, cursor, ...filter }: ConversationFilter,
): Promise<ConversationPage> {
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  if (q !== undefined && q.trim() !== "") {
    const { rows, reached } = await searchConversations(database, siteId, { ...filter, q, after });
    const items = await summarize(database, rows);
    return {
      items: items.map((item, index) => {
        const excerpt = rows[index]?.excerpt;
        return excerpt === undefined ? item : { ...item, excerpt };
      }),
      nextCursor: reached ? toCursor(reached) : null,
      searchedTo: reached?.updatedAt ?? null,
    };
  }
  // One more than is shown tells whether another page follows.
  const rows = await queryConversations(database, siteId, { ...filter, after, limit: filter.limit + 1 });
  const shown = rows.slice(0, filter.limit);
  const last = rows.length > filter.limit ? shown.at(-1) : undefined;
  return {
    items: await summarize(database, shown),
    nextCursor: last ? toCursor({ updatedAt: last.updated_at, id: last.id }) : null,
  };
}
