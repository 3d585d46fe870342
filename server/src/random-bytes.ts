import { randomFillSync } from "node:crypto";

const POOL_BYTES = 4_096;

const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/**
 * Random bytes, each handed out once, to be read at once: they lie in a page that is filled anew. They are asked for by
 * the page, for each asking is what costs.
 */
export function takeRandom(bytes: number): Buffer {
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.subarray(used - bytes, used);
}
