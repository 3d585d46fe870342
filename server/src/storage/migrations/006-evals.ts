import type { Kysely } from "kysely";
import { textColumns } from "./text-columns.ts";

/** The owner's sample conversations. */
export async function createEvals(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await textColumns(schema.createTable("evals"), "id site_id definition created_at updated_at")
    .addPrimaryKeyConstraint("evals_pk", ["id"])
    .addForeignKeyConstraint("evals_site", ["site_id"], "sites", ["id"], (key) => key.onDelete("cascade"))
    .execute();
  await schema.createIndex("evals_of_site").on("evals").columns(["site_id", "id"]).execute();
}
