import { sql, type Kysely } from "kysely";
import { textColumns } from "./text-columns.ts";

/** Accounts with roles, the audit log, who each conversation is with, and indexes for reading it all back. */
export async function addOwnerSide(database: Kysely<unknown>): Promise<void> {
  await addTeam(database);
  await addVisitorsOfConversations(database);
  await addIndexes(database);
}

async function addTeam({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable("admins")
    .addColumn("role", "text", (column) => column.notNull().defaultTo("owner"))
    .execute();
  await schema.alterTable("admins").addColumn("one_time_until", "text").execute();
  await schema.alterTable("admins").addColumn("signed_in_at", "text").execute();
  await textColumns(schema.createTable("audit_log"), "id at actor method route site_id? thing? label? fields")
    .addPrimaryKeyConstraint("audit_log_pk", ["id"])
    .execute();
  await schema.createIndex("audit_log_site").on("audit_log").columns(["site_id", "id"]).execute();
  await schema.createIndex("audit_log_actor").on("audit_log").columns(["actor", "id"]).execute();
}

async function addVisitorsOfConversations(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema.alterTable("conversations").addColumn("verification", "text").execute();
  await schema.alterTable("conversations").addColumn("visitor", "text").execute();
  // Of older ones with a known visitor, the kind of proof is not known.
  await sql`update conversations set verification = 'anonymous' where visitor_key like 'anonymous:%'`.execute(
    database,
  );
}

async function addIndexes({ schema }: Kysely<unknown>): Promise<void> {
  const index = (name: string, table: string, columns: string[]) =>
    schema.createIndex(name).on(table).columns(columns).execute();
  await index("conversations_newest", "conversations", ["site_id", "updated_at", "id"]);
  await schema.dropIndex("conversations_visitor").execute();
  await index("conversations_visitor", "conversations", [
    "site_id",
    "visitor_key",
    "updated_at",
    "id",
    "preview",
  ]);
  await index("conversations_oldest", "conversations", ["updated_at"]);
  await index("sessions_visitor", "sessions", ["site_id", "visitor_key"]);
  await index("sessions_expiry", "sessions", ["expires_at"]);
  await index("approvals_expiry", "approvals", ["expires_at"]);
  // Rows of runs are wide; the statistics are read from this index alone.
  await schema.dropIndex("runs_of_site").execute();
  await index("runs_of_site", "runs", [
    "site_id",
    "started_at",
    "action_id",
    "identifier",
    "status",
    "duration_ms",
  ]);
  await index("runs_of_conversation", "runs", ["conversation_id", "action_id", "identifier", "outcome"]);
}
