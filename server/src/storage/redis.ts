import type { Redis, RedisOptions } from "ioredis";

const CONNECT_TIMEOUT_MS = 3_000;
/** How long a command may take, in milliseconds; a Redis that hangs counts as away. */
const COMMAND_TIMEOUT_MS = 2_000;
const MAX_RETRY_MS = 2_000;

/**
 * Nothing waits for a Redis that is away: commands fail at once, and whoever gave one knows what to do instead.
 * The connection is tried again for as long as the server runs.
 */
const OPTIONS = {
  lazyConnect: true,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  connectTimeout: CONNECT_TIMEOUT_MS,
  commandTimeout: COMMAND_TIMEOUT_MS,
  socketTimeout: COMMAND_TIMEOUT_MS,
  retryStrategy: (attempt: number) => Math.min(attempt * 100, MAX_RETRY_MS),
} satisfies RedisOptions;

/** What Redis says to a password or database that is not its own, and not while it merely starts. */
const REFUSAL = /^(?:NOAUTH|WRONGPASS|NOPERM|ERR invalid password|ERR (?:invalid )?DB index)/;

/** What several servers share beside the database. Every key and channel begins with `prefix`. */
export interface RedisLink {
  readonly prefix: string;
  /** Its commands fail at once while Redis is away. */
  readonly client: Redis;
  readonly isUp: boolean;
  /** Tells the listeners of a channel, on whatever server; lost while Redis is away. */
  publish(channel: string, text: string): void;
  /** Listens until the answered function is called. `onSubscribed` tells of each time that listening begins anew. */
  subscribe(channel: string, hear: (text: string) => void, onSubscribed?: () => void): () => void;
  close(): void;
}

interface LinkOptions {
  url: string;
  prefix: string;
  /** Hears that Redis has gone away, and why, or that it is back. */
  onChange(isUp: boolean, reason: string): void;
}

/** Redis answered, and refused what the address asks for: a password, a database. */
export class RedisRefusal extends Error {
  override readonly name = "RedisRefusal";
}

/**
 * Connects to Redis. One that cannot be reached is tried again in the background.
 * @throws RedisRefusal when it can be reached and refuses
 */
export async function openRedis({ url, prefix, onChange }: LinkOptions): Promise<RedisLink> {
  const { Redis } = await import("ioredis");
  const [client, subscriber] = [new Redis(url, OPTIONS), new Redis(url, OPTIONS)];
  const channels = new Map<string, Set<Listener>>();
  let isUp = false;
  let reason = "no answer";
  let refusal: string | undefined;
  const judge = (): void => {
    const isNowUp = client.status === "ready" && subscriber.status === "ready";
    if (isNowUp === isUp) return;
    isUp = isNowUp;
    onChange(isUp, reason);
  };
  for (const connection of [client, subscriber]) {
    connection.on("error", (error: Error & { code?: string }) => {
      reason = error.code ?? error.message;
      if (REFUSAL.test(error.message)) refusal = error.message;
    });
    connection.on("ready", judge);
    connection.on("close", judge);
  }
  const listen = async (channel: string): Promise<void> => {
    await subscriber.subscribe(channel);
    for (const { onSubscribed } of channels.get(channel) ?? []) onSubscribed?.();
  };
  subscriber.on("ready", () => {
    for (const channel of channels.keys()) listen(channel).catch(ignore);
  });
  subscriber.on("message", (channel: string, text: string) => {
    for (const { hear } of channels.get(channel) ?? []) hear(text);
  });
  await Promise.all([client, subscriber].map((connection) => connection.connect().catch(ignore)));
  const close = (): void => {
    for (const connection of [client, subscriber]) {
      connection.removeAllListeners("close");
      connection.disconnect();
    }
  };
  if (refusal !== undefined) {
    close();
    throw new RedisRefusal(refusal);
  }
  if (!isUp) onChange(isUp, reason);
  return {
    prefix,
    client,
    get isUp() {
      return isUp;
    },
    publish: (channel, text) => void client.publish(prefix + channel, text).catch(ignore),
    subscribe(name, hear, onSubscribed) {
      const channel = prefix + name;
      const listener = { hear, onSubscribed };
      const all = channels.get(channel);
      channels.set(channel, (all ?? new Set()).add(listener));
      if (!all) listen(channel).catch(ignore);
      else if (subscriber.status === "ready") onSubscribed?.();
      return () => {
        const left = channels.get(channel);
        left?.delete(listener);
        if (left?.size !== 0) return;
        channels.delete(channel);
        subscriber.unsubscribe(channel).catch(ignore);
      };
    },
    close,
  };
}

interface Listener {
  hear: (text: string) => void;
  onSubscribed: (() => void) | undefined;
}

/** The connection itself tells of what went wrong. */
const ignore = (): void => {};
