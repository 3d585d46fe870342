import type { CompiledQuery } from "kysely";

/** A database inside this process: what it is asked is done before the call returns. */
export interface AtOnce {
  /** Whether a transaction that waits in between holds the database. Nothing else may run until it has ended. */
  readonly isHeld: boolean;
  /** Another number once anybody has changed anything but what visitors write. */
  edition(): number;
  query(statement: CompiledQuery): unknown[];
  /** How many rows the statement changed. */
  change(statement: CompiledQuery): number;
  /** Runs `work` in a transaction; what it throws undoes it. */
  transact<Result>(work: () => Result): Result;
}

const registered = new WeakMap<object, AtOnce>();

/** Makes the way past the query layer known that an embedded database has. */
export function registerAtOnce(database: object, atOnce: AtOnce): void {
  registered.set(database, atOnce);
}

/** The way past the query layer when the database is inside this process and free; undefined otherwise. */
export function atOnceOf(database: object): AtOnce | undefined {
  const atOnce = registered.get(database);
  return atOnce?.isHeld === false ? atOnce : undefined;
}
