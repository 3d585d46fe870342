import type { CompiledQuery } from "kysely";
import { atOnceOf, type AtOnce } from "./at-once.ts";
import type { Database } from "./database.ts";

/** Makes statements durable in one transaction, in their order, and answers how many rows each changed. */
export type Write = (...statements: CompiledQuery[]) => Promise<number[]>;

interface Waiting {
  statements: readonly CompiledQuery[];
  settle: PromiseWithResolvers<number[]>;
}

const writers = new WeakMap<Database, Write>();

/**
 * How a database is written to. In an embedded one, all that is written at the same time shares a transaction, for its
 * commit is what a write costs; a server groups what its connections commit by itself.
 */
export function writerOf(database: Database): Write {
  const known = writers.get(database);
  if (known) return known;
  const writer = createWriter(database);
  writers.set(database, writer);
  return writer;
}

function createWriter(database: Database): Write {
  let waiting: Waiting[] = [];

  function flush(hasGathered = false): void {
    // Where several come at once, the next turn brings more, and what they share is the commit.
    if (waiting.length > 1 && !hasGathered) {
      setImmediate(flush, true);
      return;
    }
    const batch = waiting;
    waiting = [];
    const atOnce = atOnceOf(database);
    if (atOnce) return commitTogether(atOnce, batch);
    for (const { statements, settle } of batch)
      commit(database, statements).then(settle.resolve, settle.reject);
  }

  return (...statements) => {
    if (waiting.length === 0 && atOnceOf(database) === undefined) return commit(database, statements);
    const settle = Promise.withResolvers<number[]>();
    // On the next turn, so that all that come in this one are there.
    if (waiting.push({ statements, settle }) === 1) setImmediate(flush);
    return settle.promise;
  };
}

/** One write that fails would undo the others, so after a failure each is made by itself. */
function commitTogether(atOnce: AtOnce, batch: readonly Waiting[]): void {
  const change = ({ statements }: Waiting): number[] => statements.map((each) => atOnce.change(each));
  const [only] = batch;
  // One statement is a transaction by itself.
  const isSingle = batch.length === 1 && only?.statements.length === 1;
  try {
    const counts = isSingle ? [change(only)] : atOnce.transact(() => batch.map(change));
    batch.forEach(({ settle }, index) => settle.resolve(counts[index] ?? []));
  } catch {
    for (const write of batch) {
      try {
        write.settle.resolve(atOnce.transact(() => change(write)));
      } catch (error) {
        write.settle.reject(error);
      }
    }
  }
}

async function commit(database: Database, statements: readonly CompiledQuery[]): Promise<number[]> {
  const [first] = statements;
  if (statements.length === 1 && first) return [await changeRows(database, first)];
  return database.transaction().execute(async (transaction) => {
    const changed: number[] = [];
    for (const statement of statements) changed.push(await changeRows(transaction, statement));
    return changed;
  });
}

async function changeRows(database: Database, statement: CompiledQuery): Promise<number> {
  return Number((await database.executeQuery(statement)).numAffectedRows ?? 0n);
}
