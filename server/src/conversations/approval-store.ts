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
  arguments: Record<string, unknown>;
  digest: string;
  expiresAt: string;
}

/** What the visitor said to one question. */
export interface VisitorWord {
  approvalId: string;
  callId: string;
  messageId: string;
  actionId: string;
  /** What may run: as it was asked, or as the visitor changed it. */
  arguments: Record<string, unknown>;
  digest: string;
  approved: boolean;
}

/** Arguments that the visitor put in the place of those asked about. */
type EditedArguments = Pick<VisitorWord, "arguments" | "digest">;

/** Where approvals are kept; each is answered once. */
export interface ApprovalStore {
  /** Puts a question to whoever the conversation belongs to. */
  ask(approval: Omit<Approval, "id" | "expiresAt">): Promise<Approval>;
  /**
   * Takes this visitor's word, once: asked again, it answers the first one, so that a reply which was cut off can
   * go on. `edited` takes the place of what was asked. Undefined when the question is cancelled, expired or not theirs.
   */
  answer(
    id: string,
    owner: ApprovalOwner,
    approved: boolean,
    edited?: EditedArguments,
  ): Promise<VisitorWord | undefined>;
  /** Whether this visitor was asked and let the time go by. */
  isExpired(id: string, owner: ApprovalOwner): Promise<boolean>;
  /** A new visitor message takes back every open question of the conversation. */
  cancelAll(conversationId: string): Promise<void>;
}

interface ApprovalOwner {
  conversationId: string;
  visitorKey: string;
}

export function createApprovalStore(database: Database): ApprovalStore {
  /** Whose the conversation is now: its visitor may have signed in since the turn began. */
  const ownerOf = ({ conversationId }: Pick<Approval, "conversationId">) =>
    database.selectFrom("conversations").select("visitor_key").where("id", "=", conversationId);
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
          visitor_key: ownerOf(approval),
          arguments: JSON.stringify(approval.arguments),
          digest: approval.digest,
          state: "pending",
          created_at: timestamp(new Date(now)),
          expires_at: expiresAt,
        })
        .execute();
      return { ...approval, id, expiresAt };
    },
    async answer(id, owner, approved, edited) {
      const taken = await database
        .updateTable("approvals")
        .set({
          state: approved ? "approved" : "denied",
          ...(edited ? { arguments: JSON.stringify(edited.arguments), digest: edited.digest } : {}),
        })
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
    async isExpired(id, owner) {
      const row = await database
        .selectFrom("approvals")
        .select("id")
        .where("id", "=", id)
        .where("state", "=", "pending")
        .where("conversation_id", "=", owner.conversationId)
        .where("visitor_key", "=", owner.visitorKey)
        .where("expires_at", "<=", timestamp())
        .executeTakeFirst();
      return row !== undefined;
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
    approvalId: row.id,
    callId: row.call_id,
    messageId: row.message_id,
    actionId: row.action_id,
    arguments: JSON.parse(row.arguments) as Record<string, unknown>,
    digest: row.digest,
    approved: row.state === "approved",
  };
}
