import { beforeEach, expect, it } from "vitest";
import { openConversation } from "../../test/bare-turns.ts";
import { describeEachDatabase } from "../../test/databases.ts";
import type { Database } from "../storage/database.ts";
import { createMessageStore, MAX_LISTED_MESSAGES, type MessageStore } from "./message-store.ts";
import type { StoredMessage } from "./message.ts";

const reply = (id: string, words: string, status: StoredMessage["status"] = "open"): StoredMessage => ({
  id,
  role: "assistant",
  parts: [{ type: "text", text: words }],
  status,
  createdAt: "2026-01-01T00:00:00.000Z",
});

describeEachDatabase("the messages of a conversation", (open) => {
  let database: Database;
  let store: MessageStore;
  let conversationId: string;
  beforeEach(async () => {
    database = await open();
    store = createMessageStore(database);
    ({ conversationId } = await openConversation(database));
  });
  const ids = async (): Promise<string[]> => (await store.list(conversationId)).map(({ id }) => id);

  it("stand in the order they came, each once", async () => {
    const added = await store.addVisitorMessage(conversationId, { id: "m1", text: "Hi \u0000 ‮ 🙂" });
    await store.saveReply(conversationId, reply("m2", "He"));
    const usage = { inputTokens: 12, outputTokens: 3 };
    await store.addVisitorMessage(conversationId, { id: "m3", text: "And?" });
    const again = await store.addVisitorMessage(conversationId, { id: "m1", text: "something else" });
    expect(again).toBeUndefined();
    await store.saveReply(conversationId, { ...reply("m2", "Hello.", "complete"), usage });
    const all = await store.list(conversationId);
    expect(added).toEqual(all[0]);
    expect(all).toEqual([
      {
        id: "m1",
        role: "user",
        parts: [{ type: "text", text: "Hi \u0000 ‮ 🙂" }],
        status: "complete",
        createdAt: expect.stringMatching(/Z$/),
      },
      { ...reply("m2", "Hello.", "complete"), usage },
      expect.objectContaining({ id: "m3" }),
    ]);
  });

  it("are not overwritten by a reply that bears a visitor's id, nor the other way round", async () => {
    await store.addVisitorMessage(conversationId, { id: "m1", text: "mine" });
    await store.saveReply(conversationId, reply("m1", "theirs"));
    await store.saveReply(conversationId, reply("m2", "theirs"));
    await store.addVisitorMessage(conversationId, { id: "m2", text: "mine" });
    expect((await store.list(conversationId)).map(({ role, parts }) => [role, parts])).toEqual([
      ["user", [{ type: "text", text: "mine" }]],
      ["assistant", [{ type: "text", text: "theirs" }]],
    ]);
  });

  it("take every writer at once, the same id one time", async () => {
    const writes = Array.from({ length: 12 }, (_, index) =>
      store.addVisitorMessage(conversationId, { id: `m${index % 6}`, text: "Hi" }),
    );
    expect((await Promise.all(writes)).filter(Boolean)).toHaveLength(6);
    expect((await ids()).toSorted()).toEqual(["m0", "m1", "m2", "m3", "m4", "m5"]);
  });

  it("are read from the newest back, no more than a page", async () => {
    const rows = Array.from({ length: MAX_LISTED_MESSAGES + 5 }, (_, index) => ({
      conversation_id: conversationId,
      id: `m${index}`,
      seq: index + 1,
      role: "user",
      parts: "[]",
      status: "complete",
      created_at: "2026-01-01T00:00:00.000Z",
    }));
    await database.insertInto("messages").values(rows).execute();
    const listed = await ids();
    expect([listed.length, listed[0], listed.at(-1)]).toEqual([MAX_LISTED_MESSAGES, "m5", "m204"]);
    expect(await store.addVisitorMessage(conversationId, { id: "m0", text: "long ago" })).toBeUndefined();
  });

  it("belong to a conversation that stands", async () => {
    await expect(store.addVisitorMessage("cnv_none", { id: "m1", text: "Hi" })).rejects.toThrow(
      /foreign key/i,
    );
  });
});
