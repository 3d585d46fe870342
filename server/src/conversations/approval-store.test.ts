import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openConversation } from "../../test/bare-turns.ts";
import { describeEachDatabase } from "../../test/databases.ts";
import { APPROVAL_LIFETIME_MS, createApprovalStore, type ApprovalStore } from "./approval-store.ts";
import type { TurnRequest } from "./turn-context.ts";

describeEachDatabase("an approval", (open) => {
  let store: ApprovalStore;
  let owner: TurnRequest;
  beforeEach(async () => {
    const database = await open();
    store = createApprovalStore(database);
    owner = await openConversation(database);
  });
  afterEach(() => void vi.useRealTimers());
  const ask = async (): Promise<string> => {
    const { conversationId } = owner;
    const about = {
      messageId: "msg_1",
      callId: "call_1",
      actionId: "act_1",
      arguments: { a: 1 },
      digest: "d",
    };
    return (await store.ask({ conversationId, ...about })).id;
  };
  const word = (approved: boolean): object => ({
    approvalId: expect.stringMatching(/^apr_/),
    messageId: "msg_1",
    callId: "call_1",
    actionId: "act_1",
    arguments: { a: 1 },
    digest: "d",
    approved,
  });

  it("keeps the first word, whatever is said after it", async () => {
    const [yes, no] = [await ask(), await ask()];
    expect(await store.answer(yes, owner, true)).toEqual(word(true));
    expect(await store.answer(yes, owner, false)).toEqual(word(true));
    expect(await store.answer(no, owner, false)).toEqual(word(false));
    expect(await store.answer(no, owner, true)).toEqual(word(false));
  });

  it("is about the arguments that the first word changed", async () => {
    const id = await ask();
    const edited = { arguments: { a: 2 }, digest: "e" };
    expect(await store.answer(id, owner, true, edited)).toEqual({ ...word(true), ...edited });
    const later = { arguments: { a: 3 }, digest: "f" };
    expect(await store.answer(id, owner, true, later)).toEqual({ ...word(true), ...edited });
  });

  it("takes one of two words that come at once", async () => {
    const id = await ask();
    const [one, other] = await Promise.all([store.answer(id, owner, true), store.answer(id, owner, false)]);
    expect(one).toEqual(other);
  });

  it("is nobody else's, and no other conversation's", async () => {
    const id = await ask();
    expect(await store.answer(id, { ...owner, visitorKey: "user:thief" }, true)).toBeUndefined();
    expect(await store.answer(id, { ...owner, conversationId: "cnv_other" }, true)).toBeUndefined();
    expect(await store.answer("apr_none", owner, true)).toBeUndefined();
    await store.answer(id, owner, true);
    expect(await store.answer(id, { ...owner, visitorKey: "user:thief" }, true)).toBeUndefined();
  });

  it("is gone once it is taken back, or ten minutes have passed", async () => {
    const cancelled = await ask();
    await store.cancelAll(owner.conversationId);
    expect(await store.answer(cancelled, owner, true)).toBeUndefined();
    const old = await ask();
    vi.useFakeTimers({ now: Date.now() + APPROVAL_LIFETIME_MS + 1, toFake: ["Date"] });
    expect(await store.answer(old, owner, true)).toBeUndefined();
    expect(await store.isExpired(old, owner)).toBe(true);
    expect(await store.isExpired(cancelled, owner)).toBe(false);
  });

  it("that was given is not taken back by a newer message", async () => {
    const id = await ask();
    await store.answer(id, owner, true);
    await store.cancelAll(owner.conversationId);
    expect(await store.answer(id, owner, true)).toEqual(word(true));
  });
});
