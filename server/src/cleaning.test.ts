import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openInFolder } from "../test/databases.ts";
import { addSite, tell } from "../test/history-fixture.ts";
import { startCleaning } from "./cleaning.ts";
import { createSiteStore } from "./sites/site-store.ts";

const MINUTE_MS = 60_000;
const open = openInFolder();

beforeEach(
  () => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] }),
);
afterEach(() => void vi.useRealTimers());

/** A cleaning over a database with one conversation that outlived its site's days. */
async function begin(removeExpired: () => Promise<void>) {
  const database = await open();
  const site = await addSite(database, "site_1", { retentionDays: 1 });
  await tell(database, site, { id: "cnv_old", at: "2020-01-01T00:00:00.000Z", runs: [{ id: "run_old" }] });
  const logged: [level: string, details: object, message: string][] = [];
  const stop = startCleaning({
    database,
    expiring: [{ removeExpired }],
    sites: createSiteStore(database),
    log: {
      error: (details, message) => void logged.push(["error", details, message]),
      info: (details, message) => void logged.push(["info", details, message]),
    },
  });
  const count = async () => (await database.selectFrom("conversations").select("id").execute()).length;
  return { stop, logged, count };
}

it("begins a minute after the start, comes back every hour, and tells what it removed", async () => {
  const expire = vi.fn<() => Promise<void>>().mockResolvedValue(undefined);
  const { stop, logged, count } = await begin(expire);
  expect(expire).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE_MS);
  await vi.waitFor(async () => expect(await count()).toBe(0));
  await vi.waitFor(() =>
    expect(logged).toEqual([
      ["info", { conversations: 1, runs: 1, approvals: 0 }, "removed what had outlived its time"],
    ]),
  );
  vi.advanceTimersByTime(60 * MINUTE_MS);
  await stop();
  expect(expire).toHaveBeenCalledTimes(2);
});

it("goes on where one store fails, and says so", async () => {
  const failure = new Error("no such table");
  const { stop, logged, count } = await begin(() => Promise.reject(failure));
  vi.advanceTimersByTime(MINUTE_MS);
  await stop();
  expect(await count()).toBe(0);
  expect(logged[0]).toEqual(["error", { err: failure }, "what has expired was not cleaned up"]);
});

it("does not begin a second time while it is at work, and ends with the server", async () => {
  const held = Promise.withResolvers<void>();
  const expire = vi.fn<() => Promise<void>>().mockReturnValue(held.promise);
  const { stop } = await begin(expire);
  vi.advanceTimersByTime(121 * MINUTE_MS);
  expect(expire).toHaveBeenCalledTimes(1);
  held.resolve();
  await stop();
  vi.advanceTimersByTime(120 * MINUTE_MS);
  expect(expire).toHaveBeenCalledTimes(1);
});
