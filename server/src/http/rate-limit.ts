import type { Request, RequestHandler } from "express";
import { RateLimiterRes } from "rate-limiter-flexible";
import { ErrandError } from "../errors.ts";
import type { CreateLimiter } from "./limiter.ts";

/** How many requests one key may make in a minute. */
interface RateLimit {
  name: string;
  perMinute: number;
  /** Whose requests are counted together; undefined for a request that is not counted. */
  keyOf(request: Request): string | undefined;
}

/** Refuses a key's requests over its rate with 429, a friendly sentence and `Retry-After` (RFC 9110 §10.2.3). */
export function rateLimit(
  createLimiter: CreateLimiter,
  { name, perMinute, keyOf }: RateLimit,
): RequestHandler {
  const limiter = createLimiter({ name, points: perMinute, seconds: 60 });
  return async (request, _response, next) => {
    const key = keyOf(request);
    try {
      if (key !== undefined) await limiter.consume(key);
    } catch (refusal) {
      throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal;
    }
    next();
  };
}

/** The refusal of somebody who has to wait. */
export function tooMany({ msBeforeNext }: Pick<RateLimiterRes, "msBeforeNext">): ErrandError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  const message = `That was a lot at once. Please try again in ${retryAfterSeconds} seconds.`;
  return new ErrandError("rate_limited", message, { retryAfterSeconds });
}
