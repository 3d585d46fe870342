import type { RedisLink } from "../storage/redis.ts";

/** Tells those who wait in a conversation that a person has written, or handed it back. */
export interface PersonNews {
  tell(conversationId: string): void;
  /** Settles with the next news, when so many milliseconds have passed, or when `signal` aborts. */
  wait(conversationId: string, ms: number, signal: AbortSignal): Promise<void>;
  /** Ends every wait for a shutdown, and begins none any more. */
  close(): void;
}

const CHANNEL = "news";

/** News of all servers where they share a Redis; otherwise, and while it is away, of this process alone. */
export function createPersonNews(link?: Pick<RedisLink, "publish" | "subscribe">): PersonNews {
  const waiting = new Map<string, Set<() => void>>();
  let isClosed = false;
  const wakeAll = (conversationId: string): void => {
    for (const wake of waiting.get(conversationId) ?? []) wake();
  };
  const unsubscribe = link?.subscribe(CHANNEL, wakeAll);
  return {
    tell(conversationId) {
      wakeAll(conversationId);
      link?.publish(CHANNEL, conversationId);
    },
    wait(conversationId, ms, signal) {
      if (isClosed || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const all = waiting.get(conversationId) ?? new Set();
        const wake = (): void => {
          clearTimeout(timer);
          signal.removeEventListener("abort", wake);
          all.delete(wake);
          if (all.size === 0) waiting.delete(conversationId);
          resolve();
        };
        const timer = setTimeout(wake, ms).unref();
        signal.addEventListener("abort", wake);
        waiting.set(conversationId, all.add(wake));
      });
    },
    close() {
      isClosed = true;
      unsubscribe?.();
      for (const all of waiting.values()) for (const wake of all) wake();
    },
  };
}
