import type { Kysely } from "kysely";
import { textColumns } from "./text-columns.ts";

export async function createProofTables(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await textColumns(schema.createTable("webhook_secrets"), "id site_id sealed hint created_at")
    .addPrimaryKeyConstraint("webhook_secrets_pk", ["id"])
    .addForeignKeyConstraint("webhook_secrets_site", ["site_id"], "sites", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await textColumns(schema.createTable("signing_keys"), "id public_key sealed? created_at retired_at?")
    .addPrimaryKeyConstraint("signing_keys_pk", ["id"])
    .execute();
}
