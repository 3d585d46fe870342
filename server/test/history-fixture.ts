import type { OutcomeCode } from "@errand/shared/outcome";
import type { Visitor } from "../src/identity/visitor.ts";
import { visitorKey } from "../src/identity/visitor.ts";
import { toVisitorNote } from "../src/conversations/visitor-note.ts";
import type { Database } from "../src/storage/database.ts";

/** One conversation as it lies in the database. */
export interface Told {
  id: string;
  /** ISO 8601 UTC; of all that happened. */
  at?: string;
  visitor?: Visitor;
  /** Visitor and assistant in turn. */
  said?: string[];
  runs?: readonly { id: string; identifier?: string; outcome?: OutcomeCode; arguments?: string }[];
  feedback?: "up" | "down";
  /** State of a question to the visitor. */
  approval?: string;
}

export const AT = "2027-03-31T12:00:00.000Z";
export const ANONYMOUS: Visitor = { verification: "anonymous", key: "somebody" };
export const ADA: Visitor = {
  verification: "jwt",
  userId: "ada-1",
  email: "ada@example.com",
  name: "Ada",
  claims: { plan: "gold-plan-value", sub: "ada-1" },
  claimsExpireAt: AT,
};

export async function addSite(database: Database, id = "site_1", settings: object = {}): Promise<string> {
  const row = { id, settings: JSON.stringify({ name: "Shop", ...settings }), created_at: AT, updated_at: AT };
  await database.insertInto("sites").values(row).execute();
  return id;
}

/** Puts a conversation there with all that may belong to one. */
export async function tell(database: Database, siteId: string, told: Told): Promise<void> {
  const { id, at = AT, visitor = ANONYMOUS, said = ["Hello"], runs = [], feedback, approval } = told;
  const times = { created_at: at, updated_at: at };
  await database
    .insertInto("conversations")
    .values({ id, site_id: siteId, visitor_key: visitorKey(visitor), ...toVisitorNote(visitor), ...times })
    .execute();
  for (const [index, text] of said.entries()) {
    const parts = JSON.stringify([{ type: "text", text }]);
    const row = { id: `msg_${index}`, seq: index + 1, role: index % 2 ? "assistant" : "user", parts };
    await database
      .insertInto("messages")
      .values({ conversation_id: id, ...row, status: "complete", created_at: at })
      .execute();
  }
  for (const run of runs) await addRun(database, siteId, { conversation_id: id, started_at: at, ...run });
  if (feedback) {
    const row = { conversation_id: id, message_id: "msg_1", value: feedback, comment: "a comment" };
    await database
      .insertInto("feedback")
      .values({ ...row, created_at: at })
      .execute();
  }
  if (approval) {
    await database
      .insertInto("approvals")
      .values({
        id: `apr_${id}`,
        conversation_id: id,
        message_id: "msg_1",
        call_id: "call_1",
        action_id: "act_1",
        visitor_key: visitorKey(visitor),
        arguments: '{"order":"ORD-1001"}',
        digest: "d",
        state: approval,
        created_at: at,
        expires_at: at,
      })
      .execute();
  }
}

interface RunColumns {
  id: string;
  started_at: string;
  conversation_id?: string | null;
  identifier?: string;
  status?: string;
  outcome?: OutcomeCode | null;
  arguments?: string;
  duration_ms?: number | null;
}

/** A run that ended; of another state when told so. */
export async function addRun(database: Database, siteId: string, columns: RunColumns): Promise<void> {
  const { outcome = "ok", identifier = "lookup_order" } = columns;
  await database
    .insertInto("runs")
    .values({
      site_id: siteId,
      action_id: `act_${identifier}`,
      conversation_id: null,
      message_id: columns.conversation_id ? "msg_1" : null,
      call_id: columns.conversation_id ? `call_${columns.id}` : null,
      arguments: "{}",
      digest: "d",
      status: outcome === "ok" ? "succeeded" : "failed",
      http_status: 200,
      duration_ms: 120,
      told: JSON.stringify({ outcome, data: columns.arguments ?? "" }),
      request: null,
      response: null,
      finished_at: columns.started_at,
      ...columns,
      identifier,
      outcome,
    })
    .execute();
}
