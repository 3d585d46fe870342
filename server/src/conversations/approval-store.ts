import type { Selectable } from "kysely";
import { timestamp, type Database } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import type { Tables } from "../storage/schema.ts";

/** How long an approval waits for the visitor's word, in milliseconds. */
export const APPROVAL_LIFETIME_MS = 10 * 60_000;

/** A question put to the visitor: may this action run with exactly these arguments? */
export interface Approval {
  id: string;
  conversationId: string;
  messageId: string;
  callId: string;
  actionId: string;
  visitorKey: string;
  arguments: Record<string, unknown>;
  digest: string;
  expiresAt: string;
}

/** What the visitor said to one question. */
export interface VisitorWord {
  callId: string;
  messageId: string;
  digest: string;
  approved: boolean;
}

/** Where approvals are kept; each is answered once. */
export interface ApprovalStore {
  ask(approval: Omit<Approval, "id" | "expiresAt">): Promise<Approval>;
  /**
   * Takes this visitor's word, once: asked again, it answers the first one, so that a reply which was cut off can
   * go on. Undefined when the question is cancelled, expired or not theirs.
   */
  answer(id: string, owner: ApprovalOwner, approved: boolean): Promise<VisitorWord | undefined>;
  /** A new visitor message takes back every open question of the conversation. */
  cancelAll(conversationId: string): Promise<void>;
}

interface ApprovalOwner {
  conversationId: string;
  visitorKey: string;
}

export function createApprovalStore(database: Database): ApprovalStore {
  return {
    async ask(approval) {
      const now = Date.now();
      const id = createId("apr");
      const expiresAt = timestamp(new Date(now + APPROVAL_LIFETIME_MS));
      await database
        .insertInto("approvals")
        .values({
          id,
          conversation_id: approval.conversationId,
          message_id: approval.messageId,
          call_id: approval.callId,
          action_id: approval.actionId,
          visitor_key: approval.visitorKey,
          arguments: JSON.stringify(approval.arguments),
          digest: approval.digest,
          state: "pending",
          created_at: timestamp(new Date(now)),
          expires_at: expiresAt,
        })
        .execute();
      return { ...approval, id, expiresAt };
    },
    async answer(id, owner, approved) {
      const taken = await database
        .updateTable("approvals")
        .set({ state: approved ? "approved" : "denied" })
        .where("id", "=", id)
        .where("state", "=", "pending")
        .where("conversation_id", "=", owner.conversationId)
        .where("visitor_key", "=", owner.visitorKey)
        .where("expires_at", ">", timestamp())
        .returningAll()
        .executeTakeFirst();
      const row = taken ?? (await findAnswered(database, id, owner));
      return row && toWord(row);
    },
    async cancelAll(conversationId) {
      await database
        .updateTable("approvals")
        .set({ state: "cancelled" })
        .where("conversation_id", "=", conversationId)
        .where("state", "=", "pending")
        .execute();
    },
  };
}

type ApprovalRow = Selectable<Tables["approvals"]>;

function findAnswered(
  database: Database,
  id: string,
  owner: ApprovalOwner,
): Promise<ApprovalRow | undefined> {
  return database
    .selectFrom("approvals")
    .selectAll()
    .where("id", "=", id)
    .where("state", "in", ["approved", "denied"])
    .where("conversation_id", "=", owner.conversationId)
    .where("visitor_key", "=", owner.visitorKey)
    .executeTakeFirst();
}

function toWord(row: ApprovalRow): VisitorWord {
  return {
    callId: row.call_id,
    messageId: row.message_id,
    digest: row.digest,
    approved: row.state === "approved",
  };
}
