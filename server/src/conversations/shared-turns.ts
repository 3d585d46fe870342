import { setTimeout as wait } from "node:timers/promises";
import type { RedisLink } from "../storage/redis.ts";
import { createId } from "../storage/ids.ts";
import { followTurn, type DistantTurn } from "./follow-turn.ts";
import { answersAll, createLiveTurns, type LiveTurn, type LiveTurns } from "./live-turns.ts";
import { publishTurn, type PublishedTurn } from "./publish-turn.ts";
import { CLAIM_MS, type TurnClaim, type TurnClaims } from "./turn-claims.ts";

/** How often claims are renewed, and those of followed turns looked at, in milliseconds. */
const TENDING_MS = CLAIM_MS / 3;
/** How long somebody who wants to follow waits for the first word, in milliseconds. */
const PATIENCE_MS = 2_000;
/** Between two looks at a claim that stands in the way, in milliseconds. */
const SOON_MS = 25;
const LATER_MS = 500;

/** The channel on which ids of turns are told that are to end. */
const STOPS = "stops";
/** A wait that keeps no process alive. */
const NO_HOLD = { ref: false };

interface SharedOptions {
  link: RedisLink;
  claims: TurnClaims;
  log: { error(details: object, message: string): void };
}

/** A turn of this server. */
interface OwnTurn {
  turn: LiveTurn;
  published: PublishedTurn;
}

/**
 * The turns under way on every server over one database: each runs on the server that claimed its conversation, and can
 * be followed and stopped at any. The claim lies in the database, so that one turn a conversation holds without Redis too.
 */
export function createSharedTurns({ link, claims, log }: SharedOptions): LiveTurns {
  const local = createLiveTurns();
  const own = new Map<string, OwnTurn>();
  const distant = new Map<string, DistantTurn>();
  /** Conversations whose claim this server is taking or giving back. */
  const settling = new Map<string, Promise<unknown>>();

  const settle = <Result>(conversationId: string, work: Promise<Result>): Promise<Result> => {
    const settled = work.finally(() => {
      if (settling.get(conversationId) === settled) settling.delete(conversationId);
    });
    settling.set(conversationId, settled);
    return settled;
  };
  const stopOwn = (turnId: string): void => own.get(turnId)?.turn.stop("visitor");
  const renewAll = (): void => {
    for (const { published } of own.values()) published.renew();
  };
  // A Redis that was away may have come back empty.
  const unsubscribe = link.subscribe(STOPS, stopOwn, renewAll);

  /** The turn of another server, once something has been heard of it and while it is not over. */
  const followOther = async (claim: TurnClaim): Promise<DistantTurn | undefined> => {
    if (own.has(claim.turnId)) return undefined;
    const followed = distant.get(claim.turnId) ?? followTurn(link, claim);
    distant.set(claim.turnId, followed);
    if (link.isUp) await Promise.race([followed.heard, wait(PATIENCE_MS, undefined, NO_HOLD)]);
    return followed.isHeard && !followed.isOver ? followed : undefined;
  };

  /** Takes the conversation for a turn of this server, or answers whose it is. */
  const take = async (claim: TurnClaim): Promise<LiveTurn | TurnClaim> => {
    const other = await claims.take(claim);
    if (other) return other;
    const { conversationId, turnId, causes } = claim;
    try {
      const { turn } = await local.claim(conversationId, causes);
      const published = publishTurn(link, turnId, turn);
      own.set(turnId, { turn, published });
      void turn.ended.then(() => settle(conversationId, giveBack(turnId, published)));
      return turn;
    } catch (error) {
      await claims.release(turnId);
      throw error;
    }
  };
  const giveBack = async (turnId: string, published: PublishedTurn): Promise<void> => {
    await published.done;
    own.delete(turnId);
    await claims
      .release(turnId)
      .catch((error: unknown) => log.error({ err: error, turn: turnId }, "a claim was not given back"));
  };

  const untilReleased = async ({ conversationId, turnId }: TurnClaim): Promise<void> => {
    const isHeld = () =>
      claims.find(conversationId).then(
        (found) => found?.turnId === turnId,
        () => false,
      );
    while (await isHeld()) await wait(SOON_MS, undefined, NO_HOLD);
  };

  const tend = async (): Promise<void> => {
    const mine = [...own.keys()];
    renewAll();
    const held = new Map((await claims.renew(mine)).map((each) => [each.turnId, each]));
    for (const turnId of mine) {
      const claim = held.get(turnId);
      if (claim?.isStopAsked) stopOwn(turnId);
      // Another server has the conversation, because nothing was heard of this one.
      else if (!claim) own.get(turnId)?.turn.stop("overtaken");
    }
    await Promise.all([...distant.values()].map(tendDistant));
  };
  const tendDistant = async (turn: DistantTurn): Promise<void> => {
    const isHeld = async () => (await claims.find(turn.conversationId))?.turnId === turn.turnId;
    if (!turn.isOver && (await isHeld())) return void turn.listen();
    // The last word may have been said just before the claim was given back.
    await turn.listen();
    turn.breakOff();
    distant.delete(turn.turnId);
  };
  const tending = setInterval(() => {
    tend().catch((error: unknown) => log.error({ err: error }, "turns could not be tended"));
  }, TENDING_MS).unref();

  return {
    async find(conversationId) {
      const here = local.get(conversationId);
      if (here) return here;
      const claim = await claims.find(conversationId);
      return claim && followOther(claim);
    },
    async claim(conversationId, causes) {
      for (;;) {
        const busy = settling.get(conversationId);
        const here = local.get(conversationId);
        if (here && answersAll(here, causes)) return { turn: here, isNew: false };
        if (busy || here) {
          await (here?.ended ?? busy)?.catch(() => {});
          continue;
        }
        const claim = { conversationId, turnId: createId("turn"), causes };
        const taken = await settle(conversationId, take(claim));
        if ("write" in taken) return { turn: taken, isNew: true };
        const followed = await followOther(taken);
        if (followed && answersAll(followed, causes)) return { turn: followed, isNew: false };
        await followed?.ended;
        await wait(followed || distant.get(taken.turnId)?.isOver ? SOON_MS : LATER_MS, undefined, NO_HOLD);
      }
    },
    async stop(conversationId) {
      if (local.get(conversationId)) return local.stop(conversationId);
      const claim = await claims.askStop(conversationId);
      if (claim) link.publish(STOPS, claim.turnId);
      return { ended: claim ? untilReleased(claim) : Promise.resolve() };
    },
    async stopAll() {
      clearInterval(tending);
      unsubscribe();
      await local.stopAll();
      await Promise.allSettled(settling.values());
      for (const turn of distant.values()) turn.breakOff();
    },
  };
}
