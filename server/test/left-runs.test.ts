import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { openDatabase } from "../src/storage/database.ts";
import { createPostgresDatabase, hasPostgres } from "./databases.ts";
import { startErrand } from "./errand.ts";
import { addSite, tell } from "./history-fixture.ts";

const HOUR_MS = 3_600_000;

afterEach(() => void vi.useRealTimers());

describe.runIf(hasPostgres)("a run that a server left behind in a shared database", () => {
  it("becomes unknown within the hour, and one that may be under way does not", async () => {
    const place = await createPostgresDatabase();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const errand = await startErrand({ environment: { ERRAND_DATABASE_URL: place.databaseUrl } });
    const database = await openDatabase(place.options);
    onTestFinished(async () => {
      await errand.close();
      await database.destroy();
      await place.remove();
    });
    const site = await addSite(database);
    await tell(database, site, { id: "cnv_1", runs: [{ id: "run_left" }, { id: "run_going_on" }] });
    const startedAt = (ms: number): string => new Date(Date.now() - ms).toISOString();
    for (const [id, ms] of [
      ["run_left", HOUR_MS],
      ["run_going_on", 0],
    ] as const) {
      const started = { status: "started", outcome: null, told: null, started_at: startedAt(ms) };
      await database.updateTable("runs").set(started).where("id", "=", id).execute();
    }
    vi.advanceTimersByTime(HOUR_MS);
    const statuses = async () => {
      const runs = await database.selectFrom("runs").select(["id", "status"]).orderBy("id").execute();
      return runs.map(({ id, status }) => [id, status]);
    };
    await expect.poll(statuses).toEqual([
      ["run_going_on", "started"],
      ["run_left", "unknown"],
    ]);
  });
});
