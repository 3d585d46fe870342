import { RateLimiterRes } from "rate-limiter-flexible";
import { ErrandError } from "../../errors.ts";
import type { CreateLimiter } from "../limiter.ts";
import { toNetwork } from "../network.ts";

const MAX_FAILURES = 10;
const WINDOW_SECONDS = 15 * 60;
const DAY_SECONDS = 24 * 60 * 60;

/** How often one address may fail to sign in: 10 times in 15 minutes; each further round in a day waits twice as long. */
export interface LoginThrottle {
  /** Counts an attempt as failed before it is judged, so that many at once are counted too. @throws ErrandError `rate_limited` */
  begin(address: string, account?: string): Promise<void>;
  /** Forgets the failures of an address at the account that it signed in to; those at others stay. */
  succeed(address: string, account?: string): Promise<void>;
}

/** `door` tells the counts of one way in from those of another. */
export function createLoginThrottle(createLimiter: CreateLimiter, door: string): LoginThrottle {
  const attempts = createLimiter({ name: door, points: MAX_FAILURES, seconds: WINDOW_SECONDS });
  const unlimited = { points: Number.MAX_SAFE_INTEGER };
  const atAccounts = createLimiter({ ...unlimited, name: `${door} at`, seconds: WINDOW_SECONDS });
  const rounds = createLimiter({ ...unlimited, name: `${door} rounds`, seconds: DAY_SECONDS });

  async function block(key: string): Promise<number> {
    const { consumedPoints } = await rounds.consume(key);
    const seconds = Math.min(DAY_SECONDS, WINDOW_SECONDS * 2 ** (consumedPoints - 1));
    await attempts.block(key, seconds);
    return seconds;
  }

  return {
    async begin(address, account = "") {
      const key = toNetwork(address);
      try {
        await attempts.consume(key);
        await atAccounts.consume(`${key} ${account}`);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const isFirst = refusal.consumedPoints === MAX_FAILURES + 1;
        throw tooMany(isFirst ? await block(key) : Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
      }
    },
    async succeed(address, account = "") {
      const key = toNetwork(address);
      const [all, own] = await Promise.all([attempts.get(key), atAccounts.get(`${key} ${account}`)]);
      await atAccounts.delete(`${key} ${account}`);
      const forgotten = Math.min(all?.consumedPoints ?? 0, own?.consumedPoints ?? 0);
      if (forgotten > 0) await attempts.reward(key, forgotten);
    },
  };
}

function tooMany(retryAfterSeconds: number): ErrandError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const message = `Too many failed sign-ins. Please try again in ${minutes} minutes.`;
  return new ErrandError("rate_limited", message, { retryAfterSeconds });
}
