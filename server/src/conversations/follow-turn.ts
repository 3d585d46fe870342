import type { RedisLink } from "../storage/redis.ts";
import { DONE, readFromStart, type FollowedTurn } from "./live-turns.ts";
import { turnKey, type TurnHead } from "./publish-turn.ts";
import type { TurnClaim } from "./turn-claims.ts";

/** A turn of another server, as far as it has been heard of. */
export interface DistantTurn extends FollowedTurn {
  readonly turnId: string;
  /** Settles when something has been heard, or nothing will be. */
  readonly heard: Promise<void>;
  readonly isHeard: boolean;
  /** Hears what has been said meanwhile. */
  listen(): Promise<void>;
  /** Ends what has no end yet: whoever reads it here asks again. */
  breakOff(): void;
}

/** Follows a turn that another server publishes; what it said is read from Redis, from the start. */
export function followTurn(link: RedisLink, { turnId, conversationId, causes }: TurnClaim): DistantTurn {
  const name = turnKey(turnId);
  const said: string[] = [];
  const readers = new Set<() => void>();
  const ended = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<void>();
  let head: TurnHead | undefined;
  let isOver = false;
  let count = 0;
  let lastId = "0-0";
  let listening: Promise<void> | undefined;
  let isAsked = false;

  const close = (): void => {
    if (isOver) return;
    isOver = true;
    unsubscribe();
    for (const onNews of readers) onNews();
    readers.clear();
    heard.resolve();
    ended.resolve();
  };
  const take = (fields: Record<string, string>): void => {
    if (fields["head"] !== undefined) head = JSON.parse(fields["head"]) as TurnHead;
    const known = count - Number(fields["from"]);
    // Something in between is lost; whoever reads here asks again.
    if (!(known >= 0)) return close();
    const fresh = (fields["events"] ?? "").split(/(?<=\n\n)/).slice(known);
    count += fresh.length;
    said.push(...fresh);
    heard.resolve();
    if (fresh.at(-1) === DONE) close();
    else for (const onNews of readers) onNews();
  };
  const readOnce = async (): Promise<void> => {
    const [stream] = (await link.client.xread("STREAMS", link.prefix + name, lastId)) ?? [];
    for (const [id, fields] of stream?.[1] ?? []) {
      lastId = id;
      take(toRecord(fields));
    }
  };
  const readAll = async (): Promise<void> => {
    while (isAsked) {
      isAsked = false;
      if (!isOver) await readOnce();
    }
  };
  const listen = (): Promise<void> => {
    isAsked = true;
    listening ??= readAll()
      // Redis is away: listening begins anew once it is back.
      .catch(() => {})
      .finally(() => (listening = undefined));
    return listening;
  };
  const unsubscribe = link.subscribe(
    name,
    () => void listen(),
    () => void listen(),
  );
  return {
    turnId,
    conversationId,
    causes,
    ended: ended.promise,
    heard: heard.promise,
    get isHeard() {
      return head !== undefined;
    },
    get visitorMessageId() {
      return head?.visitorMessageId;
    },
    get before() {
      return head?.before;
    },
    get isOver() {
      return isOver;
    },
    listen,
    breakOff: close,
    read(onNews) {
      if (!isOver) readers.add(onNews);
      return readFromStart(said, () => void readers.delete(onNews));
    },
  };
}

function toRecord(fields: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let at = 0; at + 1 < fields.length; at += 2) record[fields[at] ?? ""] = fields[at + 1] ?? "";
  return record;
}
