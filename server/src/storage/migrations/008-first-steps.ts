import type { Kysely } from "kysely";
import { textColumns } from "./text-columns.ts";

/** What a site has reached, and the owner's previews with the sessions that show them. */
export async function addFirstSteps({ schema }: Kysely<unknown>): Promise<void> {
  await textColumns(schema.createTable("milestones"), "site_id step first_at last_at detail?")
    .addPrimaryKeyConstraint("milestones_pk", ["site_id", "step"])
    .addForeignKeyConstraint("milestones_site", ["site_id"], "sites", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await textColumns(
    schema.createTable("previews"),
    "id site_id visitor settings? draft? token_hash? created_at expires_at",
  )
    .addPrimaryKeyConstraint("previews_pk", ["id"])
    .addForeignKeyConstraint("previews_site", ["site_id"], "sites", ["id"], (key) => key.onDelete("cascade"))
    .execute();
  await schema
    .alterTable("sessions")
    .addColumn("preview_id", "text", (column) => column.references("previews.id").onDelete("cascade"))
    .execute();
}
