import { MAX_EVALS, type EvalCase, type EvalView } from "@errand/shared/eval";
import type { Selectable } from "kysely";
import { ErrandError } from "../errors.ts";
import { timestamp, type Database } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import type { Tables } from "../storage/schema.ts";

/** Where a site's sample conversations are kept. */
export interface EvalStore {
  /** In the order of their making. */
  list(siteId: string): Promise<EvalView[]>;
  get(siteId: string, id: string): Promise<EvalView | undefined>;
  /** Adds cases, or puts them in the place of all that are there. @throws ErrandError `invalid_request` when they are too many */
  add(siteId: string, cases: readonly EvalCase[], replace?: boolean): Promise<EvalView[]>;
  update(siteId: string, id: string, input: EvalCase): Promise<EvalView | undefined>;
  remove(siteId: string, id: string): Promise<boolean>;
}

export function createEvalStore(database: Database, now: () => Date = () => new Date()): EvalStore {
  return {
    async list(siteId) {
      const rows = await database
        .selectFrom("evals")
        .selectAll()
        .where("site_id", "=", siteId)
        .orderBy("id")
        .execute();
      return rows.map(toView);
    },
    async get(siteId, id) {
      const row = await database
        .selectFrom("evals")
        .selectAll()
        .where("site_id", "=", siteId)
        .where("id", "=", id)
        .executeTakeFirst();
      return row && toView(row);
    },
    add: (siteId, cases, replace = false) =>
      together(database, async (transaction) => {
        if (replace) await transaction.deleteFrom("evals").where("site_id", "=", siteId).execute();
        const { count } = await transaction
          .selectFrom("evals")
          .select(({ fn }) => fn.countAll().as("count"))
          .where("site_id", "=", siteId)
          .executeTakeFirstOrThrow();
        if (Number(count) + cases.length > MAX_EVALS) throw tooMany(Number(count) + cases.length);
        const at = timestamp(now());
        const rows = cases.map((each) => ({
          id: createId("evl"),
          site_id: siteId,
          definition: JSON.stringify(each),
          created_at: at,
          updated_at: at,
        }));
        if (rows.length > 0) await transaction.insertInto("evals").values(rows).execute();
        return rows.map(toView);
      }),
    async update(siteId, id, input) {
      const row = await database
        .updateTable("evals")
        .set({ definition: JSON.stringify(input), updated_at: timestamp(now()) })
        .where("site_id", "=", siteId)
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst();
      return row && toView(row);
    },
    async remove(siteId, id) {
      const removed = await database
        .deleteFrom("evals")
        .where("site_id", "=", siteId)
        .where("id", "=", id)
        .returning("id")
        .execute();
      return removed.length > 0;
    },
  };
}

/** In a transaction of its own, or in the one that is under way. */
function together<Result>(
  database: Database,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return database.isTransaction ? work(database) : database.transaction().execute(work);
}

function toView(row: Selectable<Tables["evals"]>): EvalView {
  const definition = JSON.parse(row.definition) as EvalCase;
  return { ...definition, id: row.id, createdAt: row.created_at, updatedAt: row.updated_at };
}

function tooMany(count: number): ErrandError {
  return new ErrandError(
    "invalid_request",
    `A site may have ${MAX_EVALS} sample conversations, and would have ${count}.`,
  );
}
