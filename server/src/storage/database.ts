import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Kysely, PostgresDialect, type Dialect } from "kysely";
import { Migrator } from "kysely/migration";
import { Pool } from "pg";
import { migrationProvider } from "./migrations.ts";
import { createNodeSqliteDialect } from "./node-sqlite.ts";
import type { Tables } from "./schema.ts";

/** The one query layer over both databases. */
export type Database = Kysely<Tables>;

/** Where the state lies: PostgreSQL when `databaseUrl` is given, otherwise a file in `dataDir`. */
export interface StorageOptions {
  dataDir: string;
  databaseUrl?: string | undefined;
}

/**
 * Opens the database and brings its tables up to date.
 * @throws Error with the failed migration's name; nothing of a failed one stays behind
 */
export async function openDatabase(options: StorageOptions): Promise<Database> {
  const database: Database = new Kysely<Tables>({ dialect: chooseDialect(options) });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

function chooseDialect(options: StorageOptions): Dialect {
  if (options.databaseUrl) {
    return new PostgresDialect({ pool: new Pool({ connectionString: options.databaseUrl, max: 10 }) });
  }
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  return createNodeSqliteDialect(join(options.dataDir, "errand.sqlite"));
}

async function migrate(database: Database): Promise<void> {
  const { error, results } = await new Migrator({
    db: database,
    provider: migrationProvider,
  }).migrateToLatest();
  if (!error) return;
  const failed = results?.find((result) => result.status === "Error")?.migrationName ?? "(before the first)";
  throw new Error(`The database could not be brought up to date at migration ${failed}.`, { cause: error });
}

/** Now, as the tables keep it: ISO 8601 UTC. */
export function timestamp(at: Date = new Date()): string {
  return at.toISOString();
}
