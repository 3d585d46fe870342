import type { Channel, DeliveryEvent } from "../deliveries/delivery.ts";
import { putDeliveries, type NewDelivery } from "../deliveries/outbox.ts";
import { timestamp, type Database } from "../storage/database.ts";
import { prepareQuery } from "../storage/prepare.ts";
import { prepareReply } from "./message-store.ts";
import type { StoredMessage } from "./message.ts";

/** How many conversations of one site may be handed over in an hour: nobody can drown the people behind it. */
const MAX_PER_HOUR = 60;
const HOUR_MS = 3_600_000;

/** A conversation, and where its events go. */
interface Sending {
  siteId: string;
  conversationId: string;
  channels: readonly Channel[];
}

/** Which conversations are with a person. */
export interface HandOverStore {
  isWithPerson(conversationId: string): Promise<boolean>;
  /**
   * Hands over once until it is handed back, and stores the reply that says so, both or neither; false when it is with a
   * person already, or too many are.
   */
  begin(sending: Sending, event: DeliveryEvent, reply: StoredMessage): Promise<boolean>;
  /** A person steps in by themselves. */
  take(conversationId: string): Promise<void>;
  /** The model answers again. */
  end(conversationId: string): Promise<void>;
}

export function createHandOverStore(database: Database): HandOverStore {
  const mark = (transaction: Database, conversationId: string) =>
    transaction
      .updateTable("conversations")
      .set({ handed_over_at: timestamp() })
      .where("id", "=", conversationId)
      .where("handed_over_at", "is", null)
      .executeTakeFirst();
  const saveReply = prepareReply(database);
  const stateOf = prepareQuery(database, (of: { conversationId: string }) =>
    database.selectFrom("conversations").select("handed_over_at").where("id", "=", of.conversationId),
  );
  return {
    async isWithPerson(conversationId) {
      const [row] = await stateOf({ conversationId });
      return row !== undefined && row.handed_over_at !== null;
    },
    begin: (sending, event, reply) =>
      database.transaction().execute(async (transaction) => {
        if ((await countLastHour(transaction, sending.siteId)) >= MAX_PER_HOUR) return false;
        const { numUpdatedRows } = await mark(transaction, sending.conversationId);
        if (numUpdatedRows !== 1n) return false;
        await putDeliveries(transaction, deliveriesOf(sending, event));
        for (const statement of saveReply(sending.conversationId, reply))
          await transaction.executeQuery(statement);
        return true;
      }),
    async take(conversationId) {
      await mark(database, conversationId);
    },
    async end(conversationId) {
      await database
        .updateTable("conversations")
        .set({ handed_over_at: null })
        .where("id", "=", conversationId)
        .execute();
    },
  };
}

/** One event on its way to each channel. */
export function deliveriesOf({ channels, ...place }: Sending, event: DeliveryEvent): NewDelivery[] {
  return channels.map((channel) => ({ ...place, channel, event }));
}

async function countLastHour(database: Database, siteId: string): Promise<number> {
  const { count } = await database
    .selectFrom("conversations")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("site_id", "=", siteId)
    .where("handed_over_at", ">", timestamp(new Date(Date.now() - HOUR_MS)))
    .executeTakeFirstOrThrow();
  return Number(count);
}
