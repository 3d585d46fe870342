import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from "rate-limiter-flexible";
import type { RedisLink } from "../storage/redis.ts";

/** How many points a key has in a window that begins with its first one. */
export interface Limit {
  /** Tells this limiter's counts from those of others. */
  name: string;
  points: number;
  seconds: number;
}

/** Makes what counts by key. */
export type CreateLimiter = (limit: Limit) => RateLimiterAbstract;

/** Counts in this process. */
export const memoryLimiter: CreateLimiter = ({ name, points, seconds }) =>
  new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });

/** Counts for all servers together, and in this process while Redis is away. */
export function redisLimiter({ client, prefix }: RedisLink): CreateLimiter {
  return (limit) =>
    new RateLimiterRedis({
      storeClient: client,
      rejectIfRedisNotReady: true,
      keyPrefix: `${prefix}rate:${limit.name}`,
      points: limit.points,
      duration: limit.seconds,
      insuranceLimiter: memoryLimiter(limit),
    });
}
