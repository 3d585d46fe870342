import { monotonicFactory } from "ulid";

const nextUlid = monotonicFactory();

/** What an id names, as its prefix. */
export type IdPrefix = "site" | "act" | "cnv" | "msg" | "run" | "apr" | "ids" | "adm" | "call";

/** A new id: prefix and ULID, sortable by time of making. */
export function createId(prefix: IdPrefix): `${IdPrefix}_${string}` {
  return `${prefix}_${nextUlid()}`;
}
