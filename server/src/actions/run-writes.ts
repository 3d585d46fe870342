import type { CompiledQuery } from "kysely";
import type { Database } from "../storage/database.ts";

interface Write {
  statement: CompiledQuery;
  settle: PromiseWithResolvers<number>;
}

/**
 * Creates a function that makes writes durable and answers how many rows each changed. Writes that come at the same
 * time share one transaction, for its commit is what they cost.
 */
export function createRunWrites(database: Database): (statement: CompiledQuery) => Promise<number> {
  let waiting: Write[] = [];
  let isBusy = false;

  async function commitAll(): Promise<void> {
    isBusy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await commit(database, batch);
    }
    isBusy = false;
  }

  return (statement) => {
    const settle = Promise.withResolvers<number>();
    waiting.push({ statement, settle });
    // On the next turn, so that all that come in this one are there.
    if (!isBusy && waiting.length === 1) setImmediate(() => void commitAll());
    return settle.promise;
  };
}

/** One write that fails would undo the others, so after a failure each is made by itself. */
async function commit(database: Database, batch: readonly Write[]): Promise<void> {
  if (batch.length > 1) {
    try {
      const counts = await database.transaction().execute(async (transaction) => {
        const changed: number[] = [];
        for (const { statement } of batch) changed.push(await changeRows(transaction, statement));
        return changed;
      });
      batch.forEach(({ settle }, index) => settle.resolve(counts[index] ?? 0));
      return;
    } catch {
      // Whose fault it was shows below.
    }
  }
  for (const { statement, settle } of batch)
    await changeRows(database, statement).then(settle.resolve, settle.reject);
}

async function changeRows(database: Database, statement: CompiledQuery): Promise<number> {
  return Number((await database.executeQuery(statement)).numAffectedRows ?? 0n);
}
