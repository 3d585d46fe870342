import { setImmediate } from "node:timers/promises";
import { beforeEach, expect, it } from "vitest";
import { siteSettingsSchema } from "@errand/shared/site";
import { describeEachDatabase } from "../../test/databases.ts";
import { createSiteStore } from "../sites/site-store.ts";
import type { Database } from "../storage/database.ts";
import { createConversationStore, type ConversationStore, type Owner } from "./conversation-store.ts";
import { createMessageStore } from "./message-store.ts";

describeEachDatabase("a conversation", (open) => {
  let database: Database;
  let store: ConversationStore;
  let owner: Owner;
  let otherSite: string;
  beforeEach(async () => {
    database = await open();
    store = createConversationStore(database);
    const sites = createSiteStore(database);
    const settings = siteSettingsSchema.parse({ name: "Shop" });
    owner = { siteId: (await sites.create(settings)).id, visitorKey: "anonymous:a" };
    otherSite = (await sites.create(settings)).id;
  });
  const idsOf = async (whose: Owner): Promise<string[]> => (await store.list(whose)).map(({ id }) => id);

  it("is made once, also by several at the same moment", async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => store.open(owner, "cnv_1")));
    expect(new Set(made.map(({ createdAt }) => createdAt)).size).toBe(1);
    expect(await idsOf(owner)).toEqual(["cnv_1"]);
  });

  it("cannot be reached by another visitor, nor through another site", async () => {
    await store.open(owner, "cnv_1");
    for (const stranger of [
      { ...owner, visitorKey: "anonymous:b" },
      { ...owner, visitorKey: "user:a" },
      { ...owner, siteId: otherSite },
    ]) {
      await expect(store.get(stranger, "cnv_1")).rejects.toMatchObject({ code: "not_found" });
      await expect(store.open(stranger, "cnv_1")).rejects.toMatchObject({ code: "not_found" });
      expect(await store.list(stranger)).toEqual([]);
    }
  });

  it("goes to another visitor of the same site, and of no other", async () => {
    await store.open(owner, "cnv_1");
    await store.open({ ...owner, siteId: otherSite }, "cnv_2");
    await store.reassign(owner.siteId, owner.visitorKey, "user:u");
    expect(await idsOf({ ...owner, visitorKey: "user:u" })).toEqual(["cnv_1"]);
    expect(await idsOf(owner)).toEqual([]);
    expect(await idsOf({ ...owner, siteId: otherSite })).toEqual(["cnv_2"]);
  });

  it("stands first in the list once something is said in it", async () => {
    await store.open(owner, "cnv_1");
    await store.open(owner, "cnv_2");
    await nextMillisecond();
    await createMessageStore(database).addVisitorMessage("cnv_1", { id: "msg_1", text: "Hi" });
    expect((await idsOf(owner))[0]).toBe("cnv_1");
  });

  it("is listed by what was said first in it, on one line", async () => {
    const messages = createMessageStore(database);
    for (const id of ["cnv_1", "cnv_2", "cnv_3"]) await store.open(owner, id);
    await messages.addVisitorMessage("cnv_1", {
      id: "msg_1",
      text: ` Where is\n my order?${" x".repeat(100)}`,
    });
    await messages.addVisitorMessage("cnv_1", { id: "msg_2", text: "Hello?" });
    await nextMillisecond();
    await messages.addVisitorMessage("cnv_2", { id: "msg_1", text: "Hi" });
    expect(await store.listTitled(owner)).toEqual([
      { id: "cnv_2", title: "Hi", createdAt: expect.any(String), updatedAt: expect.any(String) },
      {
        id: "cnv_1",
        title: `Where is my order?${" x".repeat(51)}`,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    ]);
    expect(await store.listTitled({ ...owner, visitorKey: "user:nobody" })).toEqual([]);
  });

  it("takes one judgement of each reply, the latest, and none of what is no reply", async () => {
    await store.open(owner, "cnv_1");
    const messages = createMessageStore(database);
    await messages.addVisitorMessage("cnv_1", { id: "msg_1", text: "Hi" });
    const createdAt = "2026-01-01T00:00:00.000Z";
    await messages.saveReply("cnv_1", {
      id: "msg_2",
      role: "assistant",
      parts: [],
      status: "complete",
      createdAt,
    });
    await store.addFeedback("cnv_1", { messageId: "msg_2", value: "up" });
    await store.addFeedback("cnv_1", { messageId: "msg_2", value: "down", comment: "no\0pe" });
    const rows = await database.selectFrom("feedback").select(["value", "comment"]).execute();
    expect(rows).toEqual([{ value: "down", comment: "nope" }]);
    for (const messageId of ["msg_1", "msg_none"]) {
      await expect(store.addFeedback("cnv_1", { messageId, value: "up" })).rejects.toMatchObject({
        code: "not_found",
        errors: [{ pointer: "/messageId", message: "must name a reply of this conversation" }],
      });
    }
  });
});

/** What is written from now on is later than what was, as the clock tells. */
async function nextMillisecond(): Promise<void> {
  const before = Date.now();
  while (Date.now() <= before) await setImmediate();
}
