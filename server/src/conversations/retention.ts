import { setTimeout as pause } from "node:timers/promises";
import { timestamp, type Database } from "../storage/database.ts";

const DAY_MS = 24 * 60 * 60_000;
const BATCH = 200;
/** Between two batches, in milliseconds, so that visitors are served meanwhile. */
const PAUSE_MS = 20;

/** What retention took away. */
export interface Removed {
  conversations: number;
  runs: number;
  approvals: number;
}

interface KeptSite {
  id: string;
  settings: { retentionDays: number | null };
}

/**
 * Deletes what is older than each site keeps it: conversations by their last activity, with all that belongs to
 * them, and runs that belong to none. Everywhere, conversations in which an owner tried things out and questions that
 * nobody answered go after a day. A batch at a time.
 */
export async function removeOutlived(
  database: Database,
  sites: readonly KeptSite[],
  now: Date = new Date(),
): Promise<Removed> {
  const removed: Removed = { conversations: 0, runs: 0, approvals: 0 };
  for (const { id, settings } of sites) {
    if (settings.retentionDays === null) continue;
    const before = timestamp(new Date(now.getTime() - settings.retentionDays * DAY_MS));
    await removeAll(removed, () => removeConversations(database, before, id));
    await untilEmpty(async () => {
      const count = await removeLooseRuns(database, id, before);
      removed.runs += count;
      return count;
    });
  }
  const yesterday = timestamp(new Date(now.getTime() - DAY_MS));
  await removeAll(removed, () => removeConversations(database, yesterday));
  await untilEmpty(async () => {
    const count = await removeApprovals(database, yesterday);
    removed.approvals += count;
    return count;
  });
  return removed;
}

async function removeAll(
  removed: Removed,
  removeBatch: () => Promise<{ conversations: number; runs: number }>,
): Promise<void> {
  await untilEmpty(async () => {
    const batch = await removeBatch();
    removed.conversations += batch.conversations;
    removed.runs += batch.runs;
    return batch.conversations;
  });
}

/** Repeats a batch until one is not full. */
async function untilEmpty(removeBatch: () => Promise<number>): Promise<void> {
  while ((await removeBatch()) === BATCH) await pause(PAUSE_MS);
}

/** Conversations of one site, or without one those in which owners tried things out. */
async function removeConversations(database: Database, before: string, siteId?: string) {
  const old = database.selectFrom("conversations").select("id").where("updated_at", "<", before).limit(BATCH);
  const rows = await (
    siteId === undefined ? old.where("preview", "=", 1) : old.where("site_id", "=", siteId)
  ).execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return { conversations: 0, runs: 0 };
  const runs = await database.transaction().execute(async (transaction) => {
    const gone = await transaction.deleteFrom("runs").where("conversation_id", "in", ids).executeTakeFirst();
    await transaction.deleteFrom("conversations").where("id", "in", ids).execute();
    return Number(gone.numDeletedRows);
  });
  return { conversations: ids.length, runs };
}

async function removeLooseRuns(database: Database, siteId: string, before: string): Promise<number> {
  const loose = database
    .selectFrom("runs")
    .select("id")
    .where("site_id", "=", siteId)
    .where("started_at", "<", before)
    .where("conversation_id", "is", null)
    .limit(BATCH);
  const ids = (await loose.execute()).map(({ id }) => id);
  if (ids.length > 0) await database.deleteFrom("runs").where("id", "in", ids).execute();
  return ids.length;
}

async function removeApprovals(database: Database, before: string): Promise<number> {
  const outlived = database
    .selectFrom("approvals")
    .select("id")
    .where("expires_at", "<", before)
    .where("state", "in", ["pending", "cancelled"])
    .limit(BATCH);
  const ids = (await outlived.execute()).map(({ id }) => id);
  if (ids.length > 0) await database.deleteFrom("approvals").where("id", "in", ids).execute();
  return ids.length;
}
