import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Kysely, PostgresDialect, type Dialect } from "kysely";
import { Migrator } from "kysely/migration";
import { registerAtOnce, type AtOnce } from "./at-once.ts";
import { migrationProvider } from "./migrations.ts";
import { openNodeSqlite } from "./node-sqlite.ts";
import type { Tables } from "./schema.ts";

/** The one query layer over both databases. */
export type Database = Kysely<Tables>;

/** Where the state lies: PostgreSQL when `databaseUrl` is given, otherwise a file in `dataDir`. */
export interface StorageOptions {
  dataDir: string;
  databaseUrl?: string | undefined;
  /** Lets no power cut take back what was written: a file that is written beside the data may rely on it. */
  isDurable?: boolean;
}

/**
 * Opens the database and brings its tables up to date.
 * @throws Error with the failed migration's name; nothing of a failed one stays behind
 */
export async function openDatabase(options: StorageOptions): Promise<Database> {
  const { dialect, atOnce } = await chooseDialect(options);
  const database: Database = new Kysely<Tables>({ dialect });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  if (atOnce) registerAtOnce(database, atOnce);
  return database;
}

async function chooseDialect(options: StorageOptions): Promise<{ dialect: Dialect; atOnce?: AtOnce }> {
  if (options.databaseUrl) {
    const { Pool } = await import("pg");
    const pool = new Pool({ connectionString: options.databaseUrl, max: 10 });
    // A connection lost while idle is replaced by the next query; unheard, the event would end the process.
    pool.on("error", () => {});
    return { dialect: new PostgresDialect({ pool }) };
  }
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  return openNodeSqlite(databaseFile(options.dataDir), options.isDurable ? "FULL" : "NORMAL");
}

/** Where SQLite keeps the state in a data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, "errand.sqlite");
}

async function migrate(database: Database): Promise<void> {
  const { error, results } = await new Migrator({
    db: database,
    provider: migrationProvider,
  }).migrateToLatest();
  if (!error) return;
  const failed = results?.find((result) => result.status === "Error")?.migrationName;
  if (!failed) throw error;
  throw new Error(`migration ${failed} failed: ${describeError(error)}`, { cause: error });
}

const describeError = (error: unknown): string =>
  error instanceof Error ? error.message : JSON.stringify(error);

let written = { ms: Number.NaN, text: "" };

/** Now, as the tables keep it: ISO 8601 UTC. */
export function timestamp(at?: Date): string {
  const ms = at === undefined ? Date.now() : at.getTime();
  // Much happens in one millisecond.
  if (ms !== written.ms) written = { ms, text: new Date(ms).toISOString() };
  return written.text;
}

/** Now, or the millisecond after `before` where the clock is not past it: a row's versions differ. */
export function timestampAfter(before: string): string {
  const now = timestamp();
  return now > before ? now : timestamp(new Date(Date.parse(before) + 1));
}
