import type { Kysely } from "kysely";
import { textColumns } from "./text-columns.ts";

export async function createFirstTables(database: Kysely<unknown>): Promise<void> {
  await createOwnerTables(database);
  await createVisitorTables(database);
  await createRunTables(database);
}

async function createOwnerTables(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await textColumns(schema.createTable("settings"), "name value")
    .addPrimaryKeyConstraint("settings_pk", ["name"])
    .execute();
  await textColumns(schema.createTable("admins"), "id name password_hash created_at")
    .addPrimaryKeyConstraint("admins_pk", ["id"])
    .addUniqueConstraint("admins_name", ["name"])
    .execute();
  await textColumns(
    schema.createTable("admin_sessions"),
    "token_hash admin_id csrf_token created_at expires_at",
  )
    .addPrimaryKeyConstraint("admin_sessions_pk", ["token_hash"])
    .addForeignKeyConstraint("admin_sessions_admin", ["admin_id"], "admins", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await textColumns(schema.createTable("sites"), "id settings created_at updated_at")
    .addPrimaryKeyConstraint("sites_pk", ["id"])
    .execute();
  await textColumns(
    schema.createTable("identity_secrets"),
    "id site_id kind label sealed created_at last_used_at?",
  )
    .addPrimaryKeyConstraint("identity_secrets_pk", ["id"])
    .addForeignKeyConstraint("identity_secrets_site", ["site_id"], "sites", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await textColumns(
    schema.createTable("actions"),
    "id site_id identifier definition credential_sealed? credential_hint? created_at updated_at",
  )
    .addPrimaryKeyConstraint("actions_pk", ["id"])
    .addUniqueConstraint("actions_identifier", ["site_id", "identifier"])
    .addForeignKeyConstraint("actions_site", ["site_id"], "sites", ["id"], (key) => key.onDelete("cascade"))
    .execute();
}

async function createVisitorTables(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await textColumns(
    schema.createTable("sessions"),
    "token_hash site_id origin visitor_key visitor locale identity_secret_id? created_at last_seen_at expires_at merged_at?",
  )
    .addPrimaryKeyConstraint("sessions_pk", ["token_hash"])
    .addForeignKeyConstraint("sessions_site", ["site_id"], "sites", ["id"], (key) => key.onDelete("cascade"))
    .addForeignKeyConstraint("sessions_secret", ["identity_secret_id"], "identity_secrets", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await textColumns(schema.createTable("conversations"), "id site_id visitor_key created_at updated_at")
    .addPrimaryKeyConstraint("conversations_pk", ["id"])
    .addForeignKeyConstraint("conversations_site", ["site_id"], "sites", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await schema
    .createIndex("conversations_visitor")
    .on("conversations")
    .columns(["site_id", "visitor_key", "updated_at"])
    .execute();
  await textColumns(schema.createTable("messages"), "conversation_id id role parts status created_at")
    .addColumn("seq", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("messages_pk", ["conversation_id", "seq"])
    .addUniqueConstraint("messages_id", ["conversation_id", "id"])
    .addForeignKeyConstraint("messages_conversation", ["conversation_id"], "conversations", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await textColumns(schema.createTable("feedback"), "conversation_id message_id value comment? created_at")
    .addPrimaryKeyConstraint("feedback_pk", ["conversation_id", "message_id"])
    .addForeignKeyConstraint("feedback_conversation", ["conversation_id"], "conversations", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
}

async function createRunTables(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await textColumns(
    schema.createTable("approvals"),
    "id conversation_id message_id call_id action_id visitor_key arguments digest state created_at expires_at",
  )
    .addPrimaryKeyConstraint("approvals_pk", ["id"])
    .addForeignKeyConstraint("approvals_conversation", ["conversation_id"], "conversations", ["id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await schema.createIndex("approvals_of").on("approvals").columns(["conversation_id", "state"]).execute();
  await textColumns(
    schema.createTable("runs"),
    "id site_id action_id identifier conversation_id? message_id? call_id? arguments digest status outcome? told? request? response? started_at finished_at?",
  )
    .addColumn("http_status", "integer")
    .addColumn("duration_ms", "integer")
    .addPrimaryKeyConstraint("runs_pk", ["id"])
    .addUniqueConstraint("runs_call", ["conversation_id", "call_id"])
    .addForeignKeyConstraint("runs_site", ["site_id"], "sites", ["id"], (key) => key.onDelete("cascade"))
    .execute();
  await schema.createIndex("runs_of_site").on("runs").columns(["site_id", "started_at"]).execute();
  await schema.createIndex("runs_by_status").on("runs").columns(["status"]).execute();
}
