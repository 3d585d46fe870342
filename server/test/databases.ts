import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompiledQuery } from "kysely";
import type { Client } from "pg";
import { afterAll, describe, inject } from "vitest";
import { openDatabase, type Database, type StorageOptions } from "../src/storage/database.ts";
import { askPostgres, POSTGRES } from "./postgres.ts";
import { isThere } from "./services.ts";

/** Whether there is a PostgreSQL to test with. */
export const hasPostgres = await isThere(`PostgreSQL at ${POSTGRES}`, () =>
  askPostgres((client) => client.query("select 1")),
);

/** A PostgreSQL database of its own, and the way to be rid of it before the run ends. */
interface PostgresPlace {
  databaseUrl: string;
  options: StorageOptions;
  remove(): Promise<void>;
}

/**
 * Describes the same facts for SQLite and for PostgreSQL. `open` answers a database with all tables empty; it stays
 * open until the last test of the file has ended.
 */
export function describeEachDatabase(name: string, facts: (open: () => Promise<Database>) => void): void {
  describe(`${name} (SQLite)`, () => facts(openInFolder()));
  if (hasPostgres) describe(`${name} (PostgreSQL)`, () => facts(openShared));
}

/** Like `open` above, for tests of what does not depend on the database: SQLite alone. */
export function openInFolder(): () => Promise<Database> {
  let opened: Promise<{ database: Database; dataDir: string }> | undefined;
  afterAll(async () => {
    const made = await opened;
    await made?.database.destroy();
    if (made) await rm(made.dataDir, { recursive: true });
  });
  return async () => {
    opened ??= openFolder();
    const { database } = await opened;
    for (const each of await deletionsOf(database)) await run(database, each);
    return database;
  };
}

async function openFolder(): Promise<{ database: Database; dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), "errand-test-"));
  return { dataDir, database: await openDatabase({ dataDir }) };
}

let shared: Promise<Database> | undefined;

/** One for all files of a worker: to make and to remove a database takes longer than most files. */
async function openShared(): Promise<Database> {
  shared ??= createPostgresDatabase().then(({ options }) => openDatabase(options));
  const database = await shared;
  await run(database, (await deletionsOf(database)).join("; "));
  return database;
}

const deletions = new WeakMap<Database, Promise<string[]>>();

/** The statements that empty every table. */
function deletionsOf(database: Database): Promise<string[]> {
  const known = deletions.get(database) ?? listDeletions(database);
  deletions.set(database, known);
  return known;
}

async function listDeletions(database: Database): Promise<string[]> {
  const tables = (await database.introspection.getTables()).map(({ name }) => name);
  return tables.filter((name) => !name.includes("kysely")).map((name) => `delete from "${name}"`);
}

const run = (database: Database, sql: string) => database.executeQuery(CompiledQuery.raw(sql));

/** A database for one test file. */
export async function createPostgresDatabase(): Promise<PostgresPlace> {
  const name = `${inject("databasePrefix")}_${randomBytes(6).toString("hex")}`;
  await askPostgres(async (client) => {
    const template = await ensureTemplate(client);
    await client.query(`create database ${name} template ${template}`);
    // No test takes the power away.
    await client.query(`alter database ${name} set synchronous_commit = off`);
  });
  const databaseUrl = databaseUrlOf(name);
  return {
    databaseUrl,
    options: { dataDir: tmpdir(), databaseUrl },
    // Not by force: the pool's connections are still taking their leave, and PostgreSQL waits for them.
    remove: () => askPostgres(async (client) => void (await client.query(`drop database ${name}`))),
  };
}

const databaseUrlOf = (name: string): string => POSTGRES.replace(/[^/]*$/, name);

/** The run's database that has every table and no row; the first who needs it makes it, and others wait. */
async function ensureTemplate(client: Client): Promise<string> {
  const template = `${inject("databasePrefix")}_template`;
  await client.query("select pg_advisory_lock(hashtext($1))", [template]);
  const found = await client.query("select 1 from pg_database where datname = $1", [template]);
  if (found.rowCount === 0) {
    await client.query(`create database ${template}`);
    const database = await openDatabase({ dataDir: tmpdir(), databaseUrl: databaseUrlOf(template) });
    await database.destroy();
  }
  await client.query("select pg_advisory_unlock(hashtext($1))", [template]);
  return template;
}
