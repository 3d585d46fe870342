import { afterEach, beforeEach, expect, it } from "vitest";
import type { RunStats } from "@errand/shared/run-stats";
import type { Database } from "../src/storage/database.ts";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { describeEachDatabase } from "./databases.ts";
import { addRun, addSite } from "./history-fixture.ts";

describeEachDatabase("runs over time", (open) => {
  let database: Database;
  let api: AdminApi;
  let call: Call;
  let site: string;

  beforeEach(async () => {
    database = await open();
    api = await startAdminApi(database);
    call = api.asOperator;
    site = await addSite(database);
  });
  afterEach(() => api.close());

  const stats = async (query: string) => {
    const answer = await call("GET", `/sites/${site}/runs/stats?${query}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as RunStats;
  };

  it("are counted by the hour, how they ended and how long they took", async () => {
    const at = (time: string) => `2027-03-31T${time}:00.000Z`;
    for (let index = 0; index < 20; index += 1) {
      await addRun(database, site, { id: `run_${index}`, started_at: at("10:05"), duration_ms: index * 10 });
    }
    await addRun(database, site, {
      id: "run_a",
      started_at: at("11:59"),
      outcome: "timeout",
      duration_ms: 15_003,
    });
    await addRun(database, site, {
      id: "run_b",
      started_at: at("11:00"),
      outcome: null,
      status: "unknown",
      duration_ms: null,
    });
    await addRun(database, site, { id: "run_c", started_at: at("13:00"), identifier: "cancel" });
    await addRun(database, site, { id: "run_d", started_at: at("09:59") });
    await addRun(database, await addSite(database, "site_2"), { id: "run_e", started_at: at("10:00") });
    const answer = await stats(`from=${at("10:00")}&to=${at("13:00")}`);
    expect(answer).toEqual({
      from: at("10:00"),
      to: at("13:00"),
      bucket: "hour",
      buckets: [
        { start: at("10:00"), runs: 20, succeeded: 20, failed: 0, unknown: 0, p50Ms: 100, p95Ms: 190 },
        { start: at("11:00"), runs: 2, succeeded: 0, failed: 1, unknown: 1, p50Ms: 15_010, p95Ms: 15_010 },
        { start: at("12:00"), runs: 0, succeeded: 0, failed: 0, unknown: 0, p50Ms: null, p95Ms: null },
      ],
      total: { runs: 22, succeeded: 20, failed: 1, unknown: 1, p50Ms: 110, p95Ms: 200 },
      actions: [
        {
          actionId: "act_lookup_order",
          identifier: "lookup_order",
          runs: 22,
          succeeded: 20,
          failed: 1,
          unknown: 1,
          lastAt: expect.stringMatching(/^\d{4}-.*Z$/),
        },
      ],
    });
  });

  it("are counted by the day over longer times, of one action alone when asked", async () => {
    for (const [id, day, identifier] of [
      ["run_1", "01", "cancel"],
      ["run_2", "01", "lookup_order"],
      ["run_3", "04", "cancel"],
    ] as const) {
      await addRun(database, site, { id, started_at: `2027-03-${day}T12:00:00.000Z`, identifier });
    }
    const days = async (query: string) => {
      const { bucket, buckets } = await stats(`from=2027-03-01&to=2027-03-05${query}`);
      return [bucket, buckets.map(({ start, runs }) => [start.slice(8, 10), runs])];
    };
    expect(await days("")).toEqual([
      "day",
      [
        ["01", 2],
        ["02", 0],
        ["03", 0],
        ["04", 1],
      ],
    ]);
    expect(await days("&action=cancel")).toEqual([
      "day",
      [
        ["01", 1],
        ["02", 0],
        ["03", 0],
        ["04", 1],
      ],
    ]);
    expect(await days("&action=act_cancel")).toEqual(await days("&action=cancel"));
  });

  it("are those of the last week when no time is given", async () => {
    const { from, to, bucket, buckets } = await stats("");
    expect(Date.parse(to) - Date.parse(from)).toBe(7 * 86_400_000);
    expect([bucket, buckets.length]).toEqual(["day", 8]);
  });

  it.each(["from=2027-03-02&to=2027-03-01", "from=2020-01-01&to=2027-01-01", "from=soon", "limit=3"])(
    "are not counted for %s",
    async (query) => {
      expect(await call("GET", `/sites/${site}/runs/stats?${query}`)).toMatchObject({
        status: 400,
        body: { code: "invalid_request" },
      });
    },
  );
});
