import { sql } from "kysely";
import type { Database } from "../storage/database.ts";

/** How long a claim holds when nothing is heard of its server, in milliseconds. */
export const CLAIM_MS = 15_000;

/** One server's word that it makes the reply of a conversation. */
export interface TurnClaim {
  conversationId: string;
  turnId: string;
  /** Ids of what the turn answers. */
  causes: readonly string[];
}

/** Which turns run on which server: the servers over one database have one turn a conversation between them. */
export interface TurnClaims {
  /** Takes a conversation for a turn, or answers the claim that stands in the way. */
  take(claim: TurnClaim): Promise<TurnClaim | undefined>;
  find(conversationId: string): Promise<TurnClaim | undefined>;
  /** Prolongs claims, and answers which of them still hold and whether they should end. */
  renew(turnIds: readonly string[]): Promise<{ turnId: string; isStopAsked: boolean }[]>;
  /** Asks whoever makes the conversation's reply to end it. */
  askStop(conversationId: string): Promise<TurnClaim | undefined>;
  release(turnId: string): Promise<void>;
  /** Forgets what servers that died have left behind. */
  removeExpired(): Promise<void>;
}

/** Claims in a database that several servers share. Its clock counts, because theirs may differ. */
export function createTurnClaims(database: Database): TurnClaims {
  const now = sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;
  const until = sql<number>`${now} + ${sql.lit(CLAIM_MS)}`;
  const live = () => database.selectFrom("turn_claims").selectAll().where("until_ms", ">", now);

  const find: TurnClaims["find"] = async (conversationId) => {
    const row = await live().where("conversation_id", "=", conversationId).executeTakeFirst();
    return row && toClaim(row);
  };
  const tryTake = async ({ conversationId, turnId, causes }: TurnClaim): Promise<boolean> => {
    const claimed = { turn_id: turnId, causes: JSON.stringify(causes), stop_asked: 0, until_ms: until };
    const { numInsertedOrUpdatedRows } = await database
      .insertInto("turn_claims")
      .values({ conversation_id: conversationId, ...claimed })
      .onConflict((conflict) =>
        conflict.column("conversation_id").doUpdateSet(claimed).where("turn_claims.until_ms", "<=", now),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  };
  return {
    find,
    async take(claim) {
      for (;;) {
        if (await tryTake(claim)) return undefined;
        const other = await find(claim.conversationId);
        if (other) return other;
      }
    },
    async renew(turnIds) {
      if (turnIds.length === 0) return [];
      const rows = await database
        .updateTable("turn_claims")
        .set({ until_ms: until })
        .where("turn_id", "in", turnIds)
        .returning(["turn_id", "stop_asked"])
        .execute();
      return rows.map((row) => ({ turnId: row.turn_id, isStopAsked: row.stop_asked === 1 }));
    },
    async askStop(conversationId) {
      const row = await database
        .updateTable("turn_claims")
        .set({ stop_asked: 1 })
        .where("conversation_id", "=", conversationId)
        .where("until_ms", ">", now)
        .returningAll()
        .executeTakeFirst();
      return row && toClaim(row);
    },
    async release(turnId) {
      await database.deleteFrom("turn_claims").where("turn_id", "=", turnId).execute();
    },
    async removeExpired() {
      await database.deleteFrom("turn_claims").where("until_ms", "<=", now).execute();
    },
  };
}

function toClaim(row: { conversation_id: string; turn_id: string; causes: string }): TurnClaim {
  return {
    conversationId: row.conversation_id,
    turnId: row.turn_id,
    causes: JSON.parse(row.causes) as string[],
  };
}
