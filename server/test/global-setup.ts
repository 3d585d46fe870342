import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { askPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What the name of every PostgreSQL database of this test run begins with. */
    databasePrefix: string;
  }
}

/** Names the run's databases, and removes them when its last test has ended. */
export function setup(project: TestProject): () => Promise<void> {
  const prefix = `errand_test_${randomBytes(6).toString("hex")}`;
  project.provide("databasePrefix", prefix);
  return async () => {
    try {
      await removeDatabases(prefix);
    } catch (error) {
      process.emitWarning(`Databases of this run may be left: ${String(error)}`);
    }
  };
}

function removeDatabases(prefix: string): Promise<void> {
  return askPostgres(async (client) => {
    const made = await client.query<{ name: string }>(
      "select datname as name from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    // By force: a worker that has just been ended may not have left yet.
    for (const { name } of made.rows) await client.query(`drop database ${name} with (force)`);
  });
}
