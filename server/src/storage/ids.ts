import { randomFillSync } from "node:crypto";
import { monotonicFactory } from "ulid";

const POOL_BYTES = 4_096;

const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** From 0 to 1, for each character of an id. Random bytes are asked for by the page: each asking is what costs. */
function nextRandom(): number {
  if (used >= POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const byte = pool.readUInt8(used);
  used += 1;
  return byte / 256;
}

const nextUlid = monotonicFactory(nextRandom);

/** What an id names, as its prefix. */
export type IdPrefix =
  | "site"
  | "act"
  | "cnv"
  | "msg"
  | "run"
  | "apr"
  | "ids"
  | "idk"
  | "whs"
  | "key"
  | "prv"
  | "adm"
  | "aud"
  | "call";

/** A new id: prefix and ULID, sortable by time of making. */
export function createId(prefix: IdPrefix): `${IdPrefix}_${string}` {
  return `${prefix}_${nextUlid()}`;
}
