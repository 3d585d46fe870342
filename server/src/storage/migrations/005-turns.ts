import type { Kysely } from "kysely";
import { textColumns } from "./text-columns.ts";

/** Previews and their traces, hand-over to a person, a site's own model, and what models have used. */
export async function addTurnTables(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .alterTable("conversations")
    .addColumn("preview", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable("conversations").addColumn("handed_over_at", "text").execute();
  await schema.alterTable("messages").addColumn("author", "text").execute();
  await schema.alterTable("runs").addColumn("card", "text").execute();
  await textColumns(schema.createTable("turn_traces"), "conversation_id message_id steps created_at")
    .addPrimaryKeyConstraint("turn_traces_pk", ["conversation_id", "message_id"])
    .addForeignKeyConstraint(
      "turn_traces_conversation",
      ["conversation_id"],
      "conversations",
      ["id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await textColumns(
    schema.createTable("site_models"),
    "site_id base_url? api_key_sealed? api_key_hint? fallback?",
  )
    .addColumn("daily_token_budget", "bigint")
    .addPrimaryKeyConstraint("site_models_pk", ["site_id"])
    .addForeignKeyConstraint("site_models_site", ["site_id"], "sites", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await textColumns(schema.createTable("token_usage"), "site_id day")
    .addColumn("input_tokens", "bigint", (column) => column.notNull())
    .addColumn("output_tokens", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("token_usage_pk", ["site_id", "day"])
    .addForeignKeyConstraint("token_usage_site", ["site_id"], "sites", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await textColumns(
    schema.createTable("deliveries"),
    "id site_id conversation_id channel payload state last_error? next_attempt_at created_at",
  )
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("deliveries_pk", ["id"])
    .addForeignKeyConstraint("deliveries_conversation", ["conversation_id"], "conversations", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await schema.createIndex("deliveries_due").on("deliveries").columns(["state", "next_attempt_at"]).execute();
}
