import { setImmediate as breathe } from "node:timers/promises";
import type { Database } from "../storage/database.ts";
import {
  queryConversations,
  type ConversationFilter,
  type ConversationRow,
  type Place,
} from "./conversation-query.ts";
import { textOfParts } from "./conversation-summary.ts";
import { excerptAround, fold } from "./folded-text.ts";

/** How many conversations one request reads; the next one goes on from there. */
const MOST_READ = 2_000;
const CHUNK = 200;

/** What a search found so far, and the place that it came to; none when it read all. */
interface Found {
  rows: (ConversationRow & { excerpt?: string })[];
  reached: Place | undefined;
}

/**
 * Conversations that hold every word, newest first. They are read from the newest on, a part with each request, so
 * that a search keeps no visitor waiting however many there are.
 */
export async function searchConversations(
  database: Database,
  siteId: string,
  filter: Omit<ConversationFilter, "cursor"> & { q: string; after?: Place | undefined },
): Promise<Found> {
  const words = fold(filter.q).split(/\s+/).filter(Boolean);
  const rows: Found["rows"] = [];
  let reached = filter.after;
  for (let read = 0; read < MOST_READ; read += CHUNK) {
    const chunk = await queryConversations(database, siteId, { ...filter, after: reached, limit: CHUNK });
    const texts = await readTexts(
      database,
      chunk.map(({ id }) => id),
    );
    for (const row of chunk) {
      const match = matchRow(row, texts.get(row.id) ?? [], words);
      if (match) rows.push(match);
      reached = { updatedAt: row.updated_at, id: row.id };
      if (rows.length === filter.limit) return { rows, reached };
    }
    if (chunk.length < CHUNK) return { rows, reached: undefined };
    await breathe();
  }
  return { rows, reached };
}

async function readTexts(database: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom("messages")
    .select(["conversation_id", "parts"])
    .where("conversation_id", "in", ids)
    .orderBy("conversation_id")
    .orderBy("seq")
    .execute();
  const texts = new Map<string, string[]>();
  for (const { conversation_id, parts } of rows) {
    const known = texts.get(conversation_id) ?? [];
    known.push(parts);
    texts.set(conversation_id, known);
  }
  return texts;
}

function matchRow(row: ConversationRow, parts: readonly string[], words: readonly string[]) {
  const about = fold(`${row.id} ${row.visitor_key} ${row.visitor ?? ""}`);
  const missing = words.filter((word) => !about.includes(word));
  if (missing.length === 0) return row;
  // The stored JSON holds every text; what it holds besides is judged by the texts themselves.
  const raw = fold(parts.join(" "));
  if (!missing.every((word) => raw.includes(fold(JSON.stringify(word).slice(1, -1))))) return undefined;
  const texts = parts.map(textOfParts);
  const said = fold(texts.join("\n"));
  if (!missing.every((word) => said.includes(word))) return undefined;
  const [first = ""] = missing;
  const excerpt = texts.map((text) => excerptAround(text, first)).find((each) => each !== undefined);
  return excerpt === undefined ? row : { ...row, excerpt };
}
