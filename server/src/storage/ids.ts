import { monotonicFactory } from "ulid";
import { takeRandom } from "../random-bytes.ts";

/** From 0 to 1, for each character of an id. */
const nextRandom = (): number => takeRandom(1).readUInt8() / 256;

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
  | "evl"
  | "dlv"
  | "call"
  | "dep"
  | "turn";

/** A new id: prefix and ULID, sortable by time of making. */
export function createId(prefix: IdPrefix): `${IdPrefix}_${string}` {
  return `${prefix}_${nextUlid()}`;
}
