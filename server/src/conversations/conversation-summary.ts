import type { ConversationItem } from "@errand/shared/conversation-view";
import type { RunStatus } from "@errand/shared/outcome";
import type { Database } from "../storage/database.ts";
import type { ConversationRow } from "./conversation-query.ts";
import { textOf, type StoredMessage } from "./message.ts";
import { readVisitorNote } from "./visitor-note.ts";

const TITLE_LENGTH = 140;

/** Conversations with what a list shows of each, in the same order. */
export async function summarize(
  database: Database,
  rows: readonly ConversationRow[],
): Promise<ConversationItem[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [titles, messages, runs, feedback] = await Promise.all([
    readTitles(database, ids),
    countMessages(database, ids),
    countRuns(database, ids),
    countFeedback(database, ids),
  ]);
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    visitor: readVisitorNote(row),
    title: titles.get(row.id) ?? "",
    messages: messages(row.id)["all"] ?? 0,
    runs: runs(row.id) as Partial<Record<RunStatus, number>>,
    feedback: { up: 0, down: 0, ...feedback(row.id) },
    handedOverAt: row.handed_over_at,
  }));
}

async function readTitles(database: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom("messages")
    .select(["conversation_id", "parts"])
    .where("conversation_id", "in", ids)
    .where("seq", "=", 1)
    .execute();
  return new Map(rows.map((row) => [row.conversation_id, cut(textOfParts(row.parts), TITLE_LENGTH)]));
}

/** The text of parts as they are stored. */
export function textOfParts(parts: string): string {
  return textOf({ parts: JSON.parse(parts) as StoredMessage["parts"] });
}

/** A text on one line, of at most so many characters. */
function cut(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line;
}

type Tally = (id: string) => Record<string, number>;

/** Counts come as text from PostgreSQL. */
function tally(
  rows: readonly { conversation_id: string | null; name: string; count: number | string | bigint }[],
): Tally {
  const tallies = new Map<string, Record<string, number>>();
  for (const { conversation_id, name, count } of rows) {
    const id = conversation_id ?? "";
    tallies.set(id, { ...tallies.get(id), [name]: Number(count) });
  }
  return (id) => tallies.get(id) ?? {};
}

async function countMessages(database: Database, ids: readonly string[]): Promise<Tally> {
  const rows = await database
    .selectFrom("messages")
    .select(({ fn }) => ["conversation_id", fn.countAll().as("count")])
    .where("conversation_id", "in", ids)
    .groupBy("conversation_id")
    .execute();
  return tally(rows.map((row) => ({ ...row, name: "all" })));
}

async function countRuns(database: Database, ids: readonly string[]): Promise<Tally> {
  const rows = await database
    .selectFrom("runs")
    .select(({ fn }) => ["conversation_id", "status as name", fn.countAll().as("count")])
    .where("conversation_id", "in", ids)
    .groupBy(["conversation_id", "status"])
    .execute();
  return tally(rows);
}

async function countFeedback(database: Database, ids: readonly string[]): Promise<Tally> {
  const rows = await database
    .selectFrom("feedback")
    .select(({ fn }) => ["conversation_id", "value as name", fn.countAll().as("count")])
    .where("conversation_id", "in", ids)
    .groupBy(["conversation_id", "value"])
    .execute();
  return tally(rows);
}
