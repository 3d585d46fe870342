import type { Kysely } from "kysely";
import { textColumns } from "./text-columns.ts";

/** Which server makes the reply of a conversation, where several share the database. */
export async function addTurnClaims({ schema }: Kysely<unknown>): Promise<void> {
  await textColumns(schema.createTable("turn_claims"), "conversation_id turn_id causes")
    .addColumn("stop_asked", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("until_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("turn_claims_pk", ["conversation_id"])
    .addForeignKeyConstraint(
      "turn_claims_conversation",
      ["conversation_id"],
      "conversations",
      ["id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
}
