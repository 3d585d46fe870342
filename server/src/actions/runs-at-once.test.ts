import { expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import type { Database } from "../storage/database.ts";
import { createRunStore, type RunStart } from "./run-store.ts";

const AT = "2027-03-31T12:00:00.000Z";

const start = (id: string, more: Partial<RunStart> = {}): RunStart => ({
  id,
  siteId: "site_1",
  actionId: "act_1",
  identifier: "look_up",
  arguments: {},
  digest: "d",
  startedAt: AT,
  ...more,
});

async function openLedger(database: Database) {
  const site = { id: "site_1", settings: "{}", created_at: AT, updated_at: AT };
  await database.insertInto("sites").values(site).execute();
  return createRunStore(database);
}

describeEachDatabase("runs that are written at the same time", (open) => {
  it("all stand in the ledger, and one of two for the same call", async () => {
    const runs = await openLedger(await open());
    const call = { conversationId: "cnv_1", callId: "call_1" };
    const ids = Array.from({ length: 40 }, (_, index) => `run_${String(index).padStart(2, "0")}`);
    const same = [start("run_a", call), start("run_b", call)];
    const written = await Promise.allSettled(
      [...ids.map((id) => start(id)), ...same].map((run) => runs.start(run)),
    );
    expect(written.flatMap((each) => (each.status === "rejected" ? [each.reason] : []))).toMatchObject([
      { code: "conflict" },
    ]);
    // Which of the two comes first is the database's to say; the other one is refused.
    const refused = written.findIndex(({ status }) => status === "rejected") - ids.length;
    expect((await runs.list("site_1", { limit: 100 })).map(({ id }) => id).toReversed()).toEqual([
      ...ids,
      ["run_b", "run_a"][refused],
    ]);
  });

  it("do not suffer from one that cannot be written", async () => {
    const runs = await openLedger(await open());
    const written = await Promise.allSettled(
      [start("run_1"), start("run_2", { siteId: "site_unknown" }), start("run_3")].map((run) =>
        runs.start(run),
      ),
    );
    expect(written.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await runs.list("site_1")).map(({ id }) => id)).toEqual(["run_3", "run_1"]);
  });
});
