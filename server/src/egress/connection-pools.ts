import type { buildConnector, Pool } from "undici";
import { lazily, requirePackage } from "../lazy-package.ts";

const undici = lazily(() => requirePackage("undici") as typeof import("undici"));

/** How many calls one site may have under way at one origin; more wait for these. */
export const CONNECTIONS_PER_POOL = 16;
const MAX_POOLS = 256;
const IDLE_POOL_MS = 15_000;
const MAX_HEADER_BYTES = 16_384;

/** What connections may be shared within: never two sites, nor two sets of addresses. */
interface Route {
  poolKey: string;
  origin: string;
  addresses: readonly string[];
  createConnector: (signal: AbortSignal) => buildConnector.connector;
}

export interface ConnectionPools {
  use<T>(route: Route, work: (pool: Pool) => Promise<T>): Promise<T>;
  /** Ends all connections; calls under way fail. */
  close(): Promise<void>;
}

interface Entry {
  pool: Pool;
  handshakes: AbortController;
  users: number;
  timer: NodeJS.Timeout | undefined;
}

/** Kept-alive connections, at most 256 idle groups of them, each dropped after 15 s without use. */
export function createConnectionPools(): ConnectionPools {
  const entries = new Map<string, Entry>();

  function drop(key: string, entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    entries.delete(key);
    entry.handshakes.abort();
    return entry.pool.destroy();
  }

  function acquire(key: string, route: Route): Entry {
    const entry = entries.get(key) ?? createEntry(route);
    // Set anew, so that the map's order is that of last use.
    entries.delete(key);
    entries.set(key, entry);
    clearTimeout(entry.timer);
    entry.users += 1;
    return entry;
  }

  function release(key: string, entry: Entry): void {
    entry.users -= 1;
    if (entry.users > 0 || entries.get(key) !== entry) return;
    entry.timer = setTimeout(() => void drop(key, entry), IDLE_POOL_MS).unref();
  }

  function makeRoom(): void {
    if (entries.size < MAX_POOLS) return;
    const oldest = [...entries].find(([, entry]) => entry.users === 0);
    if (oldest) void drop(...oldest);
  }

  return {
    async use(route, work) {
      const key = JSON.stringify([route.poolKey, route.origin, route.addresses.toSorted()]);
      makeRoom();
      const entry = acquire(key, route);
      try {
        return await work(entry.pool);
      } finally {
        release(key, entry);
      }
    },
    async close() {
      await Promise.all([...entries].map(([key, entry]) => drop(key, entry)));
    },
  };
}

function createEntry(route: Route): Entry {
  const handshakes = new AbortController();
  const pool = new (undici().Pool)(route.origin, {
    connect: route.createConnector(handshakes.signal),
    connections: CONNECTIONS_PER_POOL,
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    keepAliveMaxTimeout: IDLE_POOL_MS,
    // The caller's one deadline covers both; undici's count idle time only.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return { pool, handshakes, users: 0, timer: undefined };
}
