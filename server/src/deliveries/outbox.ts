import type { CompiledQuery } from "kysely";
import { timestamp, type Database } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import type { Channel, Delivery, DeliveryEvent } from "./delivery.ts";

const BATCH = 20;
/** For how long nobody else tries what one server has taken, in milliseconds: longer than any attempt. */
const LEASE_MS = 120_000;
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** After each failed attempt, in milliseconds; after the last one the delivery is given up. */
export const BACKOFF_MS = [
  5 * SECOND,
  60 * SECOND,
  300 * SECOND,
  1_800 * SECOND,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
];

export type NewDelivery = Omit<Delivery, "id" | "attempts">;

/** What is on its way to owners: kept until it has arrived, so that a restart loses nothing. */
export interface Outbox {
  /** Deliveries whose time has come, the oldest of each conversation and channel alone; nobody else gets them. */
  take(): Promise<Delivery[]>;
  arrived(id: string): Promise<void>;
  failed(delivery: Pick<Delivery, "id" | "attempts">, reason: string, isFinal: boolean): Promise<void>;
}

export function createOutbox(database: Database, now: () => Date = () => new Date()): Outbox {
  const inMs = (ms: number): string => timestamp(new Date(now().getTime() + ms));
  return {
    async take() {
      const due = await database
        .selectFrom("deliveries as due")
        .selectAll()
        .where("state", "=", "waiting")
        .where("next_attempt_at", "<=", inMs(0))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("deliveries as earlier")
                .select("earlier.id")
                .whereRef("earlier.conversation_id", "=", "due.conversation_id")
                .whereRef("earlier.channel", "=", "due.channel")
                .where("earlier.state", "=", "waiting")
                .whereRef("earlier.id", "<", "due.id"),
            ),
          ),
        )
        .orderBy("id")
        .limit(BATCH)
        .execute();
      const taken: Delivery[] = [];
      for (const row of due) {
        const { numUpdatedRows } = await database
          .updateTable("deliveries")
          .set({ attempts: row.attempts + 1, next_attempt_at: inMs(LEASE_MS) })
          .where("id", "=", row.id)
          .where("attempts", "=", row.attempts)
          .executeTakeFirst();
        if (numUpdatedRows === 1n)
          taken.push({
            id: row.id,
            siteId: row.site_id,
            conversationId: row.conversation_id,
            channel: row.channel as Channel,
            event: JSON.parse(row.payload) as DeliveryEvent,
            attempts: row.attempts + 1,
          });
      }
      return taken;
    },
    async arrived(id) {
      await database.deleteFrom("deliveries").where("id", "=", id).execute();
    },
    async failed({ id, attempts }, reason, isFinal) {
      const waitMs = isFinal ? undefined : BACKOFF_MS[attempts - 1];
      await database
        .updateTable("deliveries")
        .set({
          state: waitMs === undefined ? "failed" : "waiting",
          last_error: reason,
          next_attempt_at: inMs(waitMs ?? 0),
        })
        .where("id", "=", id)
        .execute();
    },
  };
}

/** Puts deliveries on their way, within the transaction of what they tell. */
export async function putDeliveries(database: Database, deliveries: readonly NewDelivery[]): Promise<void> {
  for (const statement of deliveryStatements(database, deliveries)) await database.executeQuery(statement);
}

/** What puts deliveries on their way, to be written together with what they tell. */
export function deliveryStatements(database: Database, deliveries: readonly NewDelivery[]): CompiledQuery[] {
  const at = timestamp();
  const rows = deliveries.map(({ siteId, conversationId, channel, event }) => ({
    id: createId("dlv"),
    site_id: siteId,
    conversation_id: conversationId,
    channel,
    payload: JSON.stringify(event),
    state: "waiting",
    attempts: 0,
    next_attempt_at: at,
    created_at: at,
  }));
  return rows.length > 0 ? [database.insertInto("deliveries").values(rows).compile()] : [];
}
