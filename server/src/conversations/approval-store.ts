import { timestamp, type Database } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";

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

/** Where approvals are kept; each is answered once. */
export interface ApprovalStore {
  ask(approval: Omit<Approval, "id" | "expiresAt">): Promise<Approval>;
  /** Takes the approval for this visitor, once; undefined when it is used, cancelled, expired or not theirs. */
  answer(id: string, owner: { conversationId: string; visitorKey: string }): Promise<Approval | undefined>;
  /** A new visitor message takes back every open question of the conversation. */
  cancelAll(conversationId: string): Promise<void>;
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
    async answer(id, owner) {
      const row = await database
        .updateTable("approvals")
        .set({ state: "answered" })
        .where("id", "=", id)
        .where("state", "=", "pending")
        .where("conversation_id", "=", owner.conversationId)
        .where("visitor_key", "=", owner.visitorKey)
        .where("expires_at", ">", timestamp())
        .returningAll()
        .executeTakeFirst();
      return (
        row && {
          id: row.id,
          conversationId: row.conversation_id,
          messageId: row.message_id,
          callId: row.call_id,
          actionId: row.action_id,
          visitorKey: row.visitor_key,
          arguments: JSON.parse(row.arguments) as Record<string, unknown>,
          digest: row.digest,
          expiresAt: row.expires_at,
        }
      );
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
