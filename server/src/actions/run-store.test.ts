import { expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import type { Database } from "../storage/database.ts";
import { NOW } from "./action-fixture.ts";
import { createRunStore, type RunEnd, type RunStart } from "./run-store.ts";

const AT = NOW.toISOString();
const REQUEST = { method: "GET", url: "https://api.acme.test/", headers: { Locale: "az" }, body: null };
const RESPONSE = { status: 200, headers: {}, body: "{}", truncated: false };

const started = (more: Partial<RunStart> = {}): RunStart => ({
  id: "run_1",
  siteId: "site_1",
  actionId: "act_1",
  identifier: "lookup_order",
  arguments: { id: "7" },
  digest: "d1",
  startedAt: AT,
  ...more,
});
const END: RunEnd = {
  status: "succeeded",
  outcome: "ok",
  told: { outcome: "ok", status: 200, data: { a: 1 } },
  response: RESPONSE,
  durationMs: 12,
  finishedAt: "2027-03-31T12:00:00.012Z",
};

describeEachDatabase("the ledger", (open) => {
  async function openStore() {
    const database = await open();
    for (const id of ["site_1", "site_2"]) await addSite(database, id);
    return createRunStore(database);
  }

  it("holds a run before its request leaves, and how it ended after", async () => {
    const runs = await openStore();
    await runs.start(
      started({ conversationId: "cnv_1", messageId: "msg_1", callId: "call_1", request: REQUEST }),
    );
    const before = {
      id: "run_1",
      actionId: "act_1",
      identifier: "lookup_order",
      conversationId: "cnv_1",
      status: "started",
      outcome: null,
      httpStatus: null,
      durationMs: null,
      startedAt: AT,
      finishedAt: null,
      request: REQUEST,
      response: null,
    };
    expect(await runs.get("site_1", "run_1")).toEqual(before);
    expect(await runs.findByCall("cnv_1", "call_1")).toEqual({
      id: "run_1",
      digest: "d1",
      status: "started",
    });
    await runs.finish("run_1", END);
    expect(await runs.get("site_1", "run_1")).toEqual({
      ...before,
      status: "succeeded",
      outcome: "ok",
      httpStatus: 200,
      durationMs: 12,
      finishedAt: END.finishedAt,
      response: RESPONSE,
    });
    expect(await runs.findByCall("cnv_1", "call_1")).toEqual({
      id: "run_1",
      digest: "d1",
      status: "succeeded",
      told: END.told,
      durationMs: 12,
    });
  });

  it("takes a conversation's call once, and calls without one as often as they come", async () => {
    const runs = await openStore();
    const call = { conversationId: "cnv_1", callId: "call_1" };
    await runs.start(started(call));
    await expect(runs.start(started({ ...call, id: "run_2" }))).rejects.toMatchObject({ code: "conflict" });
    await runs.start(started({ id: "run_3" }));
    await runs.start(started({ id: "run_4" }));
    expect((await runs.list("site_1")).map(({ id }) => id)).toEqual(["run_4", "run_3", "run_1"]);
  });

  it("shows a site its own runs alone", async () => {
    const runs = await openStore();
    await runs.start(started());
    expect(await runs.get("site_2", "run_1")).toBeUndefined();
    expect(await runs.list("site_2")).toEqual([]);
    expect(await runs.findByCall("cnv_1", "call_1")).toBeUndefined();
  });

  it("lists runs newest first, by filter and page by page", async () => {
    const runs = await openStore();
    for (const second of [1, 2, 3, 4]) {
      const id = `run_${second}`;
      const even = second % 2 === 0;
      const action = even ? { actionId: "act_2", identifier: "cancel_order" } : {};
      await runs.start(started({ id, ...action, startedAt: `2027-03-31T12:00:0${second}.000Z` }));
      if (even)
        await runs.finish(id, { ...END, status: "failed", outcome: "timeout", told: { outcome: "timeout" } });
    }
    const rows: [filter: Parameters<typeof runs.list>[1], ids: string[]][] = [
      [{}, ["run_4", "run_3", "run_2", "run_1"]],
      [{ limit: 2 }, ["run_4", "run_3"]],
      [{ limit: 2, cursor: "run_3" }, ["run_2", "run_1"]],
      [{ cursor: "run_1" }, []],
      [{ action: "act_2" }, ["run_4", "run_2"]],
      [{ action: "lookup_order" }, ["run_3", "run_1"]],
      [{ outcome: "timeout", action: "lookup_order" }, []],
      [{ outcome: "timeout" }, ["run_4", "run_2"]],
      [{ from: "2027-03-31T12:00:02.000Z", to: "2027-03-31T12:00:04.000Z" }, ["run_3", "run_2"]],
    ];
    for (const [filter, ids] of rows) {
      expect((await runs.list("site_1", filter)).map(({ id }) => id)).toEqual(ids);
    }
  });

  it("pages through runs that started in the same millisecond", async () => {
    const runs = await openStore();
    for (const id of ["run_1", "run_2", "run_3"]) await runs.start(started({ id }));
    const pages = [
      await runs.list("site_1", { limit: 2 }),
      await runs.list("site_1", { limit: 2, cursor: "run_2" }),
    ];
    expect(pages.map((page) => page.map(({ id }) => id))).toEqual([["run_3", "run_2"], ["run_1"]]);
  });

  it("marks what a dead server left behind as unknown, and says so to the model", async () => {
    const runs = await openStore();
    const call = { conversationId: "cnv_1", callId: "call_1" };
    await runs.start(started(call));
    await runs.start(started({ id: "run_2", startedAt: "2027-03-31T13:00:00.000Z" }));
    await runs.start(started({ id: "run_3" }));
    await runs.finish("run_3", END);
    expect(await runs.markInterrupted("2027-03-31T12:30:00.000Z")).toBe(1);
    expect(await runs.findByCall("cnv_1", "call_1")).toMatchObject({
      status: "unknown",
      told: { outcome: "unknown", message: expect.stringContaining("nobody knows") as string },
    });
    expect(await runs.markInterrupted()).toBe(1);
    expect(await runs.markInterrupted()).toBe(0);
    expect((await runs.list("site_1")).map(({ status }) => status)).toEqual([
      "unknown",
      "succeeded",
      "unknown",
    ]);
  });
});

async function addSite(database: Database, id: string): Promise<void> {
  await database.insertInto("sites").values({ id, settings: "{}", created_at: AT, updated_at: AT }).execute();
}
