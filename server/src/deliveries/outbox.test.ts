import { beforeEach, expect, it } from "vitest";
import { openConversation } from "../../test/bare-turns.ts";
import { describeEachDatabase } from "../../test/databases.ts";
import { createCourier, type Send } from "./courier.ts";
import { DeliveryError, type DeliveryEvent } from "./delivery.ts";
import { BACKOFF_MS, createOutbox, putDeliveries } from "./outbox.ts";

describeEachDatabase("the outbox", (open) => {
  let now: Date;
  let put: (...texts: string[]) => Promise<void>;
  let sent: string[];
  let fail: () => Error | undefined;
  let run: (ms?: number) => Promise<void>;
  const logged: unknown[] = [];

  beforeEach(async () => {
    const database = await open();
    const { site, conversationId } = await openConversation(database);
    now = new Date();
    sent = [];
    fail = () => undefined;
    logged.length = 0;
    const outbox = createOutbox(database, () => now);
    const send: Send = async ({ event }) => {
      sent.push(event.type === "conversation.message" ? event.data.message.text : event.type);
      const error = fail();
      if (error) throw error;
    };
    const courier = createCourier({
      outbox,
      sites: { get: async () => site },
      send: { webhook: send, mail: send },
      log: { error: (details) => void logged.push(details) },
    });
    run = async (ms = 0) => {
      now = new Date(Math.max(now.getTime(), Date.now()) + ms);
      courier.kick();
      await courier.settled();
    };
    put = (...texts) =>
      putDeliveries(
        database,
        texts.map((text) => ({
          siteId: site.id,
          conversationId,
          channel: "webhook",
          event: message(text, conversationId),
        })),
      );
  });

  it("brings each event once, in the order it was put in", async () => {
    await put("one", "two", "three");
    await run();
    await run();
    expect(sent).toEqual(["one", "two", "three"]);
  });

  it("tries again after a while, and nothing overtakes", async () => {
    fail = () => (sent.length === 1 ? new DeliveryError("down") : undefined);
    await put("one", "two");
    await run();
    await run();
    expect(sent).toEqual(["one"]);
    await run(BACKOFF_MS[0]);
    expect(sent).toEqual(["one", "one", "two"]);
  });

  it("gives up after its last attempt, and what waited behind goes on", async () => {
    fail = () => (sent.at(-1) === "one" ? new DeliveryError("down") : undefined);
    await put("one", "two");
    await run();
    for (const ms of BACKOFF_MS) await run(ms);
    expect(sent).toEqual([...Array.from({ length: BACKOFF_MS.length + 1 }, () => "one"), "two"]);
  });

  it("gives up at once where another attempt would end the same", async () => {
    fail = () => new DeliveryError("gone", { isFinal: true });
    await put("one");
    await run();
    await run(BACKOFF_MS.reduce((sum, ms) => sum + ms));
    expect(sent).toEqual(["one"]);
    expect(logged).toHaveLength(1);
  });
});

function message(text: string, conversation: string): DeliveryEvent {
  return {
    type: "conversation.message",
    timestamp: "2026-01-01T00:00:00.000Z",
    data: {
      site: { id: "site_1", name: "Shop" },
      conversation,
      locale: "en",
      visitor: { verification: "anonymous", verified: [] },
      message: { id: "msg_1", text, at: "2026-01-01T00:00:00.000Z" },
    },
  };
}
