import { createConnection, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { Redis } from "ioredis";
import { isThere } from "./services.ts";

const [HOST, PORT] = ["127.0.0.1", 6379];

export const REDIS_URL = `redis://${HOST}:${PORT}`;

/** Whether there is a Redis to test with. */
export const hasRedis = await isThere(`Redis at ${HOST}:${PORT}`, () => withRedis((redis) => redis.ping()));

/** Asks Redis itself. */
async function withRedis<Result>(use: (redis: Redis) => Promise<Result>): Promise<Result> {
  const redis = new Redis(PORT, HOST, { lazyConnect: true, retryStrategy: () => null });
  redis.on("error", () => {});
  await redis.connect();
  try {
    return await use(redis);
  } finally {
    redis.disconnect();
  }
}

/** A way to Redis that can be cut. */
export interface RedisGate {
  url: string;
  cut(): Promise<void>;
  /** Lets nothing through any more, and breaks nothing off, until it is cut. */
  hang(): void;
  mend(): Promise<void>;
}

export async function openRedisGate(): Promise<RedisGate> {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  let isHanging = false;
  const open = (): Promise<void> => {
    const listening = createServer((socket) => {
      const onward = createConnection(PORT, HOST);
      for (const each of [socket, onward]) {
        sockets.add(each);
        each.on("error", () => {});
        each.on("close", () => {
          sockets.delete(each);
          socket.destroy();
          onward.destroy();
        });
      }
      if (!isHanging) socket.pipe(onward).pipe(socket);
    });
    server = listening;
    return new Promise((resolve) => {
      listening.listen(port, HOST, () => {
        ({ port } = listening.address() as AddressInfo);
        resolve();
      });
    });
  };
  await open();
  return {
    url: `redis://${HOST}:${port}`,
    cut: () =>
      new Promise((resolve) => {
        isHanging = false;
        server?.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    hang() {
      isHanging = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    mend: open,
  };
}

/** The turns that some server of a deployment follows. */
export function listFollowed(prefix: string): Promise<string[]> {
  return withRedis(async (redis) => (await redis.pubsub("CHANNELS", `${prefix}turn:*`)) as string[]);
}

/** The keys of a deployment with the seconds that each has left; -1 for one that would stay. */
export function listKeys(prefix: string): Promise<Record<string, number>> {
  return withRedis(async (redis) => {
    const keys = await redis.keys(`${prefix}*`);
    const left = await Promise.all(keys.map((key) => redis.ttl(key)));
    return Object.fromEntries(keys.map((key, index) => [key.slice(prefix.length), left[index] ?? 0]));
  });
}

/** Removes the keys of a deployment. */
export async function removeKeys(prefix: string): Promise<void> {
  await withRedis(async (redis) => {
    const keys = await redis.keys(`${prefix}*`);
    if (keys.length > 0) await redis.del(...keys);
  });
}
