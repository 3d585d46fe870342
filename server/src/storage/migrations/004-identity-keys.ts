import type { Kysely } from "kysely";
import { textColumns } from "./text-columns.ts";

export async function createIdentityKeys(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema.alterTable("identity_secrets").addColumn("ends_at", "text").execute();
  await textColumns(
    schema.createTable("identity_keys"),
    "id site_id source algorithm kid? value label created_at last_used_at? ends_at?",
  )
    .addPrimaryKeyConstraint("identity_keys_pk", ["id"])
    .addForeignKeyConstraint("identity_keys_site", ["site_id"], "sites", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await schema.createIndex("identity_keys_of_site").on("identity_keys").columns(["site_id"]).execute();
  await schema
    .alterTable("sessions")
    .addColumn("identity_key_id", "text", (column) =>
      column.references("identity_keys.id").onDelete("cascade"),
    )
    .execute();
}
