import type { OutcomeCode } from "@errand/shared/outcome";
import type { Verification } from "@errand/shared/wire";
import type { Selectable } from "kysely";
import type { Database } from "../storage/database.ts";
import type { Tables } from "../storage/schema.ts";

/** Which conversations to list. `from` (inclusive) and `to` (exclusive) judge the last activity, ISO 8601 UTC. */
export interface ConversationFilter {
  /** Words to find in what was said, or of the visitor. */
  q?: string | undefined;
  /** A visitor's `user_id`. */
  visitor?: string | undefined;
  verification?: Verification | undefined;
  /** Id or identifier of an action that ran. */
  action?: string | undefined;
  /** How some run ended. */
  outcome?: OutcomeCode | undefined;
  /** What the visitor thought of some reply. */
  feedback?: "up" | "down" | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

export type ConversationRow = Selectable<Tables["conversations"]>;

/** A place in the list, newest first. */
export interface Place {
  updatedAt: string;
  id: string;
}

/** A site's conversations after a place, newest first; without those in which the owner tries things out. */
export function queryConversations(
  database: Database,
  siteId: string,
  filter: Omit<ConversationFilter, "q" | "cursor" | "limit"> & { after?: Place | undefined; limit: number },
): Promise<ConversationRow[]> {
  const { visitor, verification, action, outcome, feedback, from, to, after, limit } = filter;
  let query = database
    .selectFrom("conversations")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("preview", "=", 0);
  if (visitor !== undefined) query = query.where("visitor_key", "=", `user:${visitor}`);
  if (verification !== undefined) query = query.where("verification", "=", verification);
  if (from !== undefined) query = query.where("updated_at", ">=", from);
  if (to !== undefined) query = query.where("updated_at", "<", to);
  if (action !== undefined || outcome !== undefined) {
    query = query.where(({ exists, selectFrom }) => {
      let runs = selectFrom("runs")
        .select("runs.conversation_id")
        .whereRef("runs.conversation_id", "=", "conversations.id");
      if (outcome !== undefined) runs = runs.where("runs.outcome", "=", outcome);
      if (action === undefined) return exists(runs);
      return exists(
        runs.where((where) =>
          where.or([where("runs.action_id", "=", action), where("runs.identifier", "=", action)]),
        ),
      );
    });
  }
  if (feedback !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("feedback")
          .select("feedback.message_id")
          .whereRef("feedback.conversation_id", "=", "conversations.id")
          .where("feedback.value", "=", feedback),
      ),
    );
  }
  if (after !== undefined) {
    // The first condition alone lets the index be entered at the place.
    query = query
      .where("updated_at", "<=", after.updatedAt)
      .where((where) => where.or([where("updated_at", "<", after.updatedAt), where("id", "<", after.id)]));
  }
  return query.orderBy("updated_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

/** A place as a cursor, and back; undefined for a text that is none. */
export function toCursor({ updatedAt, id }: Place): string {
  return `${updatedAt}_${id}`;
}

export function parseCursor(cursor: string): Place | undefined {
  const [, updatedAt = "", id = ""] = /^(\d{4}-[\d\-T:.]{10,20}Z)_([\w-]{1,64})$/.exec(cursor) ?? [];
  return id === "" ? undefined : { updatedAt, id };
}
