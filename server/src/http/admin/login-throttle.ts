import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ErrandError } from "../../errors.ts";
import { toNetwork } from "../network.ts";

const MAX_FAILURES = 10;
const WINDOW_SECONDS = 15 * 60;
const DAY_SECONDS = 24 * 60 * 60;

/** How often one address may fail to sign in: 10 times in 15 minutes; each further round in a day waits twice as long. */
export interface LoginThrottle {
  /** Counts an attempt as failed before it is judged, so that many at once are counted too. @throws ErrandError `rate_limited` */
  begin(address: string): Promise<void>;
  /** Forgets the failures of an address that signed in. */
  succeed(address: string): Promise<void>;
}

export function createLoginThrottle(): LoginThrottle {
  const attempts = new RateLimiterMemory({ points: MAX_FAILURES, duration: WINDOW_SECONDS });
  const rounds = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: DAY_SECONDS });

  async function block(key: string): Promise<number> {
    const { consumedPoints } = await rounds.consume(key);
    const seconds = Math.min(DAY_SECONDS, WINDOW_SECONDS * 2 ** (consumedPoints - 1));
    await attempts.block(key, seconds);
    return seconds;
  }

  return {
    async begin(address) {
      const key = toNetwork(address);
      try {
        await attempts.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const isFirst = refusal.consumedPoints === MAX_FAILURES + 1;
        throw tooMany(isFirst ? await block(key) : Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
      }
    },
    async succeed(address) {
      await attempts.delete(toNetwork(address));
    },
  };
}

function tooMany(retryAfterSeconds: number): ErrandError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const message = `Too many failed sign-ins. Please try again in ${minutes} minutes.`;
  return new ErrandError("rate_limited", message, { retryAfterSeconds });
}
