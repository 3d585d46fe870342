import type { Request, RequestHandler } from "express";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ErrandError } from "../errors.ts";

/** How many requests one key may make in a minute. */
interface RateLimit {
  name: string;
  perMinute: number;
  keyOf(request: Request): string;
}

/** Refuses a key's requests over its rate with 429, a friendly sentence and `Retry-After` (RFC 9110 §10.2.3). */
export function rateLimit({ name, perMinute, keyOf }: RateLimit): RequestHandler {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points: perMinute, duration: 60 });
  return async (request, _response, next) => {
    try {
      await limiter.consume(keyOf(request));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      const message = `That was a lot at once. Please try again in ${retryAfterSeconds} seconds.`;
      throw new ErrandError("rate_limited", message, { retryAfterSeconds });
    }
    next();
  };
}

/** The sender's address as Express knows it (`trust proxy`). */
export const byAddress = (request: Request): string => request.ip ?? "unknown";
