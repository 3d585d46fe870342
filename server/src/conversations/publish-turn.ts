import { setImmediate, setTimeout as wait } from "node:timers/promises";
import type { RedisLink } from "../storage/redis.ts";
import type { LiveTurn, TurnReader } from "./live-turns.ts";

/** How long what a turn said can be read after it was last heard of, in milliseconds. */
const KEPT_MS = 60_000;
const RETRY_MS = 500;

/** Where the servers find what a turn has said; under the same name they are told of more. */
export const turnKey = (turnId: string): string => `turn:${turnId}`;

/** A turn of this server as others can follow it. */
export interface PublishedTurn {
  /** Keeps what was said readable while nothing is said. */
  renew(): void;
  /** Settles when everything up to the end has been published, or when Redis takes it no more. */
  done: Promise<void>;
}

/**
 * Puts everything that a turn says into a Redis stream, several events an entry, in the order of saying. Its readers
 * here wait for none of it: the publisher is one reader more, which begins anew where Redis has lost what it had.
 */
export function publishTurn(link: RedisLink, turnId: string, turn: LiveTurn): PublishedTurn {
  const name = turnKey(turnId);
  const key = link.prefix + name;
  const news = createSignal();
  let reader: TurnReader = turn.read(news.give);
  let count = 0;
  let isLost = false;

  const send = async (events: readonly string[]): Promise<void> => {
    const id = `${count + events.length}-0`;
    const entry = ["from", count, "events", events.join("")];
    const { client } = link;
    // The key gets its end together with its beginning; a later entry makes no key that would have none.
    const commands =
      count === 0
        ? client
            .multi()
            .del(key)
            .xadd(key, id, ...entry, "head", JSON.stringify(toHead(turn)))
            .pexpire(key, KEPT_MS)
        : client.pipeline().xadd(key, "NOMKSTREAM", id, ...entry);
    const answers = (await commands.publish(key, "").exec()) ?? [];
    const isRefused = ([error, answer]: [unknown, unknown]): boolean => error !== null || answer === null;
    if (answers.length === 0 || answers.some(isRefused)) throw new Error("Redis has lost what a turn said.");
  };
  const beginAnew = (): void => {
    reader.leave();
    reader = turn.read(news.give);
    count = 0;
    isLost = false;
  };
  const run = async (): Promise<void> => {
    for (;;) {
      if (isLost) beginAnew();
      const isLast = turn.isOver;
      const events = takeAll(reader);
      try {
        if (events.length > 0) await send(events);
        count += events.length;
        if (isLast && !isLost) return reader.leave();
        if (events.length === 0) await news.wait();
        // All that is said at this moment goes together.
        await setImmediate();
      } catch {
        isLost = true;
        if (isLast) return reader.leave();
        await Promise.race([wait(RETRY_MS, undefined, { ref: false }), turn.ended]);
      }
    }
  };
  return {
    done: run(),
    renew() {
      const onAnswer = (renewed: number): void => {
        if (renewed === 1 || count === 0) return;
        isLost = true;
        news.give();
      };
      link.client.pexpire(key, KEPT_MS).then(onAnswer, () => {});
    },
  };
}

/** What a follower must know beside what is said. */
export type TurnHead = Pick<LiveTurn, "visitorMessageId" | "before">;

const toHead = ({ visitorMessageId, before }: LiveTurn): TurnHead => ({ visitorMessageId, before });

function takeAll(reader: TurnReader): string[] {
  const events: string[] = [];
  for (let event = reader.take(); event !== undefined; event = reader.take()) events.push(event);
  return events;
}

/** Lets one waiter go on with the next news, or at once with news that came while nobody waited. */
function createSignal(): { give: () => void; wait: () => Promise<void> } {
  let next = Promise.withResolvers<void>();
  return {
    give: () => next.resolve(),
    async wait() {
      await next.promise;
      next = Promise.withResolvers();
    },
  };
}
