import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, describe } from "vitest";
import { openDatabase, type Database, type StorageOptions } from "../src/storage/database.ts";
import { isThere } from "./services.ts";

const POSTGRES = "postgres://postgres@127.0.0.1:5432/test";
/** Whether there is a PostgreSQL to test with. */
export const hasPostgres = await isThere(`PostgreSQL at ${POSTGRES}`, () =>
  withClient((client) => client.query("select 1")),
);

/** A place for one test file's state, and the way to be rid of it. */
interface Place {
  options: StorageOptions;
  remove(): Promise<void>;
}

/**
 * Describes the same facts for SQLite and for PostgreSQL. `open` answers the file's own database with all
 * tables empty; it stays open until the last test has ended.
 */
export function describeEachDatabase(name: string, facts: (open: () => Promise<Database>) => void): void {
  describe(`${name} (SQLite)`, () => facts(openIn(createFolder)));
  if (hasPostgres) describe(`${name} (PostgreSQL)`, () => facts(openIn(createPostgresDatabase)));
}

/** Like `open` above, for tests of what does not depend on the database: SQLite alone. */
export function openInFolder(): () => Promise<Database> {
  return openIn(createFolder);
}

function openIn(createPlace: () => Promise<Place>): () => Promise<Database> {
  let opened: Promise<{ database: Database; place: Place }> | undefined;
  afterAll(async () => {
    const made = await opened;
    await made?.database.destroy();
    await made?.place.remove();
  });
  return async () => {
    opened ??= createPlace().then(async (place) => ({ place, database: await openDatabase(place.options) }));
    const { database } = await opened;
    await empty(database);
    return database;
  };
}

async function empty(database: Database): Promise<void> {
  const tables = (await database.introspection.getTables()).filter((table) => !table.name.includes("kysely"));
  for (const table of tables) await database.deleteFrom(table.name as "sites").execute();
}

async function createFolder(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), "errand-test-"));
  return { options: { dataDir }, remove: () => rm(dataDir, { recursive: true }) };
}

/** A database of its own for one test file. */
export async function createPostgresDatabase(): Promise<Place & { databaseUrl: string }> {
  const name = `errand_test_${randomBytes(6).toString("hex")}`;
  await withClient((client) => client.query(`create database ${name}`));
  const databaseUrl = POSTGRES.replace(/[^/]*$/, name);
  return {
    databaseUrl,
    options: { dataDir: tmpdir(), databaseUrl },
    // Not by force: the pool's connections are still taking their leave, and PostgreSQL waits for them.
    remove: () => withClient((client) => client.query(`drop database ${name}`)),
  };
}

async function withClient(use: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: POSTGRES, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
