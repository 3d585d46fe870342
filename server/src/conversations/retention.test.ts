import { expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import { ADA, addRun, addSite, tell } from "../../test/history-fixture.ts";
import type { Database } from "../storage/database.ts";
import { removeOutlived } from "./retention.ts";

const NOW = new Date("2027-03-31T12:00:00.000Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();

describeEachDatabase("retention", (open) => {
  const idsIn = async (database: Database, table: "conversations" | "runs" | "approvals") =>
    (await database.selectFrom(table).select("id").orderBy("id").execute()).map(({ id }) => id);

  it("deletes what is older than the site keeps it, with all that belongs to it", async () => {
    const database = await open();
    const site = await addSite(database);
    const all = { runs: [{ id: "run_old" }], feedback: "up", approval: "approved" } as const;
    await tell(database, site, { id: "cnv_old", at: daysAgo(31), visitor: ADA, ...all });
    await tell(database, site, { id: "cnv_kept", at: daysAgo(29), runs: [{ id: "run_kept" }] });
    await addRun(database, site, { id: "run_loose_kept", started_at: daysAgo(29) });
    await addRun(database, site, { id: "run_loose_old", started_at: daysAgo(31) });
    const removed = await removeOutlived(database, [{ id: site, settings: { retentionDays: 30 } }], NOW);
    expect(removed).toEqual({ conversations: 1, runs: 2, approvals: 0 });
    expect(await idsIn(database, "conversations")).toEqual(["cnv_kept"]);
    expect(await idsIn(database, "runs")).toEqual(["run_kept", "run_loose_kept"]);
    for (const table of ["messages", "feedback", "approvals"] as const) {
      const left = await database.selectFrom(table).select("conversation_id").execute();
      expect(left.filter((row) => row.conversation_id === "cnv_old")).toEqual([]);
    }
  });

  it("deletes nothing of a site that keeps everything, nor of another one", async () => {
    const database = await open();
    const [one, two] = [await addSite(database), await addSite(database, "site_2")];
    await tell(database, one, { id: "cnv_1", at: daysAgo(4_000) });
    await tell(database, two, { id: "cnv_2", at: daysAgo(20) });
    const sites = [
      { id: one, settings: { retentionDays: null } },
      { id: two, settings: { retentionDays: 30 } },
    ];
    expect(await removeOutlived(database, sites, NOW)).toEqual({ conversations: 0, runs: 0, approvals: 0 });
    expect(await idsIn(database, "conversations")).toEqual(["cnv_1", "cnv_2"]);
  });

  it("goes on until nothing is left, however many there are", async () => {
    const database = await open();
    const site = await addSite(database);
    const at = { created_at: daysAgo(31), updated_at: daysAgo(31) };
    const rows = Array.from({ length: 401 }, (_, index) => ({
      id: `cnv_${index}`,
      site_id: site,
      visitor_key: "x",
      ...at,
    }));
    await database.insertInto("conversations").values(rows).execute();
    const removed = await removeOutlived(database, [{ id: site, settings: { retentionDays: 30 } }], NOW);
    expect(removed.conversations).toBe(401);
    expect(await idsIn(database, "conversations")).toEqual([]);
  });

  it("deletes what an owner tried out after a day, at every site", async () => {
    const database = await open();
    const site = await addSite(database);
    for (const [id, days, preview] of [
      ["cnv_tried", 2, 1],
      ["cnv_trying", 0, 1],
      ["cnv_real", 2, 0],
    ] as const) {
      await tell(database, site, { id, at: daysAgo(days), runs: [{ id: `run_${id}` }] });
      await database.updateTable("conversations").set({ preview }).where("id", "=", id).execute();
    }
    expect(await removeOutlived(database, [], NOW)).toEqual({ conversations: 1, runs: 1, approvals: 0 });
    expect(await idsIn(database, "conversations")).toEqual(["cnv_real", "cnv_trying"]);
  });

  it("removes questions that nobody answered in time, at every site", async () => {
    const database = await open();
    const site = await addSite(database);
    for (const [id, at, approval] of [
      ["cnv_asked", daysAgo(2), "pending"],
      ["cnv_cancelled", daysAgo(2), "cancelled"],
      ["cnv_answered", daysAgo(2), "denied"],
      ["cnv_fresh", daysAgo(0), "pending"],
    ] as const) {
      await tell(database, site, { id, at, approval });
    }
    expect(await removeOutlived(database, [], NOW)).toEqual({ conversations: 0, runs: 0, approvals: 2 });
    expect(await idsIn(database, "approvals")).toEqual(["apr_cnv_answered", "apr_cnv_fresh"]);
  });
});
