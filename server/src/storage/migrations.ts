import type { CreateTableBuilder, Kysely } from "kysely";
import type { Migration, MigrationProvider } from "kysely/migration";

/** Builds a table whose named columns are text; a trailing `?` lets a column be null. */
function textColumns<Table extends string>(
  table: CreateTableBuilder<Table>,
  names: string,
): CreateTableBuilder<Table, string> {
  return names.split(" ").reduce(
    (built, name) => {
      if (name.endsWith("?")) return built.addColumn(name.slice(0, -1), "text");
      return built.addColumn(name, "text", (column) => column.notNull());
    },
    table as CreateTableBuilder<Table, string>,
  );
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

async function createProofTables(database: Kysely<unknown>): Promise<void> {
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

const migrations: Record<string, Migration> = {
  "001_first": {
    async up(database: Kysely<unknown>) {
      await createOwnerTables(database);
      await createVisitorTables(database);
      await createRunTables(database);
    },
  },
  "002_call_proofs": { up: createProofTables },
  "003_access_tokens": {
    async up(database: Kysely<unknown>) {
      await database.schema.alterTable("actions").addColumn("access_token_sealed", "text").execute();
    },
  },
};

/** The migrations in the order of their names; a released one is never changed. */
export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations };
