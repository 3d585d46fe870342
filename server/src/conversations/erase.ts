import type { ErasureReceipt } from "@errand/shared/conversation-view";
import { timestamp, type Database } from "../storage/database.ts";

type Counts = Omit<ErasureReceipt, "erasedAt">;

/** How many conversations one statement names. */
const CHUNK = 500;

/** Takes conversations away for good; of their runs only that they happened stays. */
export async function eraseConversations(
  database: Database,
  siteId: string,
  ids: readonly string[],
): Promise<ErasureReceipt> {
  return database.transaction().execute(async (transaction) => {
    const counts = await erase(transaction, siteId, ids);
    return { erasedAt: timestamp(), ...counts };
  });
}

/** Takes a visitor away for good, sessions too; undefined when there is nothing of them. */
export async function eraseVisitor(
  database: Database,
  siteId: string,
  userId: string,
): Promise<ErasureReceipt | undefined> {
  const key = `user:${userId}`;
  return database.transaction().execute(async (transaction) => {
    // First the sessions, so that nothing new begins.
    const sessions = await transaction
      .deleteFrom("sessions")
      .where("site_id", "=", siteId)
      .where("visitor_key", "=", key)
      .executeTakeFirst();
    const rows = await transaction
      .selectFrom("conversations")
      .select("id")
      .where("site_id", "=", siteId)
      .where("visitor_key", "=", key)
      .execute();
    const ended = Number(sessions.numDeletedRows);
    if (rows.length + ended === 0) return undefined;
    const counts = await erase(
      transaction,
      siteId,
      rows.map(({ id }) => id),
    );
    return { erasedAt: timestamp(), ...counts, sessions: ended };
  });
}

async function erase(transaction: Database, siteId: string, ids: readonly string[]): Promise<Counts> {
  const total: Counts = { conversations: 0, messages: 0, approvals: 0, feedback: 0, runs: 0, sessions: 0 };
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK);
    total.runs += await emptyRuns(transaction, siteId, chunk);
    for (const table of ["messages", "approvals", "feedback"] as const) {
      const removed = await transaction
        .deleteFrom(table)
        .where("conversation_id", "in", chunk)
        .executeTakeFirst();
      total[table] += Number(removed.numDeletedRows);
    }
    const removed = await transaction.deleteFrom("conversations").where("id", "in", chunk).executeTakeFirst();
    total.conversations += Number(removed.numDeletedRows);
  }
  return total;
}

/** A run under way would be filled again at its end, so it goes as a whole. */
async function emptyRuns(transaction: Database, siteId: string, ids: readonly string[]): Promise<number> {
  const removed = await transaction
    .deleteFrom("runs")
    .where("site_id", "=", siteId)
    .where("conversation_id", "in", ids)
    .where("status", "=", "started")
    .executeTakeFirst();
  const emptied = await transaction
    .updateTable("runs")
    .set({
      conversation_id: null,
      message_id: null,
      call_id: null,
      arguments: "{}",
      digest: "",
      told: null,
      request: null,
      response: null,
      card: null,
    })
    .where("site_id", "=", siteId)
    .where("conversation_id", "in", ids)
    .executeTakeFirst();
  return Number(removed.numDeletedRows) + Number(emptied.numUpdatedRows);
}
