import type { ConversationRun } from "@errand/shared/conversation-view";
import type { OutcomeCode } from "@errand/shared/outcome";
import type { Selectable } from "kysely";
import type { Database } from "../storage/database.ts";
import type { Tables } from "../storage/schema.ts";
import { toRunView } from "./run-view.ts";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Which runs to list. `from` (inclusive) and `to` (exclusive) are ISO 8601 UTC. */
export interface RunFilter {
  /** Id or identifier of an action. */
  action?: string | undefined;
  outcome?: OutcomeCode | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** 1 to 200, 50 without it. */
  limit?: number | undefined;
  /** Id of the last run of the page before. */
  cursor?: string | undefined;
}

/** A site's runs, newest first. */
export async function listRuns(
  database: Database,
  siteId: string,
  filter: RunFilter,
): Promise<Selectable<Tables["runs"]>[]> {
  const { action, outcome, from, to, cursor } = filter;
  let query = database.selectFrom("runs").selectAll().where("site_id", "=", siteId);
  if (action !== undefined) {
    query = query.where((where) =>
      where.or([where("action_id", "=", action), where("identifier", "=", action)]),
    );
  }
  if (outcome !== undefined) query = query.where("outcome", "=", outcome);
  if (from !== undefined) query = query.where("started_at", ">=", from);
  if (to !== undefined) query = query.where("started_at", "<", to);
  if (cursor !== undefined) {
    const last = database.selectFrom("runs").select("started_at").where("id", "=", cursor);
    query = query.where((where) =>
      where.or([
        where("started_at", "<", last),
        where.and([where("started_at", "=", last), where("id", "<", cursor)]),
      ]),
    );
  }
  const limit = Math.min(Math.max(filter.limit ?? DEFAULT_LIMIT, 1), MAX_LIMIT);
  return query.orderBy("started_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

/** The runs of one conversation, the oldest first. */
export async function listConversationRuns(
  database: Database,
  conversationId: string,
): Promise<ConversationRun[]> {
  const rows = await database
    .selectFrom("runs")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .orderBy("started_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...toRunView(row), messageId: row.message_id, callId: row.call_id }));
}
