import { DatabaseSync } from "node:sqlite";
import { SqliteDialect, type CompiledQuery, type SqliteDatabase } from "kysely";
import type { AtOnce } from "./at-once.ts";
import { changesRemembered, createEdition, type Edition } from "./edition.ts";

/** Rows and the like as node:sqlite takes and gives them. */
type SqliteValue = null | number | bigint | string | Uint8Array;

type Row = Record<string, SqliteValue | undefined>;

/** Pages of the log (4 KB each) that are carried into the file at once: the more, the fewer of them twice. */
const CHECKPOINT_PAGES = 4_000;

/** How long a statement waits for another process's lock, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** Statements kept prepared; the stores write a few dozen distinct ones. */
const MAX_PREPARED = 200;

/** SQLite for the query layer, and the way past it. */
interface NodeSqlite {
  dialect: SqliteDialect;
  atOnce: AtOnce;
}

/**
 * Kysely over `node:sqlite`: write-ahead log, foreign keys. A killed process loses no commit;
 * a power cut may lose the last moments but never tears the file (synchronous = NORMAL), and loses nothing with FULL.
 * @param path file path, or `:memory:`
 */
export function openNodeSqlite(path: string, synchronous: "NORMAL" | "FULL" = "NORMAL"): NodeSqlite {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: BUSY_TIMEOUT_MS });
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous};
    PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};`,
  );
  const edition = createEdition(database);
  const prepare = createPrepare(database, edition);
  return {
    dialect: new SqliteDialect({ database: { close: () => database.close(), prepare } }),
    atOnce: createAtOnce(database, prepare, edition),
  };
}

type Prepare = SqliteDatabase["prepare"];

function createAtOnce(database: DatabaseSync, prepare: Prepare, edition: Edition): AtOnce {
  const change = ({ sql, parameters }: Pick<CompiledQuery, "sql" | "parameters">): number =>
    Number(prepare(sql).run(parameters).changes);
  const control = (sql: "begin immediate" | "commit" | "rollback") => change({ sql, parameters: [] });
  return {
    get isHeld() {
      return database.isTransaction;
    },
    edition: edition.current,
    query: ({ sql, parameters }) => prepare(sql).all(parameters),
    change,
    transact(work) {
      control("begin immediate");
      try {
        const result = work();
        control("commit");
        return result;
      } catch (error) {
        if (database.isTransaction) control("rollback");
        throw error;
      }
    },
  };
}

function createPrepare(database: DatabaseSync, edition: Edition): Prepare {
  const prepared = new Map<string, ReturnType<Prepare>>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = toStatement(database, sql, edition);
    if (prepared.size >= MAX_PREPARED) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
}

function toStatement(database: DatabaseSync, sql: string, edition: Edition): ReturnType<Prepare> {
  const statement = database.prepare(sql);
  // As objects, node:sqlite would name the columns anew for every call.
  statement.setReturnArrays(true);
  const readNames = (): string[] => statement.columns().map(({ name }) => name);
  let names = readNames();
  const toRow = (given: unknown): Row => {
    const values = given as SqliteValue[];
    // Another process may have added a column to a table.
    if (values.length !== names.length) names = readNames();
    const row: Row = {};
    names.forEach((name, at) => (row[name] = values[at]));
    return row;
  };
  const changes = changesRemembered(sql);
  const bind = (parameters: readonly unknown[]): SqliteValue[] => {
    if (changes) edition.advance();
    return parameters as SqliteValue[];
  };
  return {
    reader: names.length > 0,
    all: (parameters) => statement.all(...bind(parameters)).map(toRow),
    run: (parameters) => statement.run(...bind(parameters)),
    iterate: (parameters) => statement.iterate(...bind(parameters)).map(toRow),
  };
}
