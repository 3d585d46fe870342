import { DatabaseSync } from "node:sqlite";
import { SqliteDialect, type SqliteDatabase } from "kysely";

/** Rows and the like as node:sqlite takes and gives them. */
type SqliteValue = null | number | bigint | string | Uint8Array;

/** How long a statement waits for another process's lock, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** Statements kept prepared; the stores write a few dozen distinct ones. */
const MAX_PREPARED = 200;

/**
 * Kysely over `node:sqlite`: write-ahead log, foreign keys. A killed process loses no commit;
 * a power cut may lose the last moments but never tears the file (synchronous = NORMAL), and loses nothing with FULL.
 * @param path file path, or `:memory:`
 */
export function createNodeSqliteDialect(
  path: string,
  synchronous: "NORMAL" | "FULL" = "NORMAL",
): SqliteDialect {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: BUSY_TIMEOUT_MS });
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous};`);
  return new SqliteDialect({ database: toKyselyDatabase(database) });
}

function toKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, ReturnType<typeof toStatement>>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = toStatement(database, sql);
      if (prepared.size >= MAX_PREPARED) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
  };
}

function toStatement(database: DatabaseSync, sql: string): ReturnType<SqliteDatabase["prepare"]> {
  const statement = database.prepare(sql);
  const isReader = statement.columns().length > 0;
  return {
    reader: isReader,
    all: (parameters) => statement.all(...(parameters as SqliteValue[])),
    run: (parameters) => statement.run(...(parameters as SqliteValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SqliteValue[])),
  };
}
