import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Pool } from "undici";
import { type ConnectionPools, createConnectionPools } from "./connection-pools.ts";

let pools: ConnectionPools;
beforeEach(() => {
  vi.useFakeTimers();
  pools = createConnectionPools();
});
afterEach(async () => {
  await pools.close();
  vi.useRealTimers();
});

const createConnector = () => () => {};
const use = (poolKey: string, addresses = ["8.8.8.8"], origin = "https://api.acme.com") =>
  pools.use({ poolKey, origin, addresses, createConnector }, async (pool) => pool);

it("shares a pool within one key, origin and set of addresses only", async () => {
  const first = await use("a", ["8.8.8.8", "8.8.4.4"]);
  expect(await use("a", ["8.8.4.4", "8.8.8.8"])).toBe(first);
  const others = [
    await use("b", ["8.8.8.8", "8.8.4.4"]),
    await use("a", ["8.8.8.8"]),
    await use("a", ["8.8.8.8", "8.8.4.4"], "https://api.acme.org"),
  ];
  expect(new Set([first, ...others]).size).toBe(4);
});

it("drops a pool after 15 seconds without use", async () => {
  const pool = await use("a");
  await vi.advanceTimersByTimeAsync(14_999);
  expect(await use("a")).toBe(pool);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(pool.destroyed).toBe(true);
  expect(await use("a")).not.toBe(pool);
});

it("keeps a pool for as long as a call uses it", async () => {
  const ended = Promise.withResolvers<void>();
  const route = { poolKey: "a", origin: "https://api.acme.com", addresses: ["8.8.8.8"], createConnector };
  const used = pools.use(route, async (pool: Pool) => {
    await ended.promise;
    return pool;
  });
  await vi.advanceTimersByTimeAsync(60_000);
  ended.resolve();
  expect((await used).destroyed).toBe(false);
});

it("drops the pool that was idle longest when 256 are kept", async () => {
  const kept: Pool[] = [];
  for (let site = 0; site < 257; site += 1) kept.push(await use(`site_${site}`));
  expect(kept.map(({ destroyed }) => destroyed)).toEqual([true, ...Array(256).fill(false)]);
});
