import { mkdtempSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openNodeSqlite } from "./node-sqlite.ts";

function openFile() {
  const folder = mkdtempSync(join(tmpdir(), "errand-test-"));
  const path = join(folder, "file.sqlite");
  const { atOnce } = openNodeSqlite(path);
  const other = new DatabaseSync(path);
  onTestFinished(() => {
    other.close();
    rmSync(folder, { recursive: true });
  });
  const ask = (sql: string) => atOnce.query({ sql, parameters: [] } as never);
  return { ask, other };
}

it("answers rows by the names of their columns, also of those that another process has added since", () => {
  const { ask, other } = openFile();
  other.exec("create table a (id integer, text text); insert into a values (1, 'x'), (2, null)");
  other.exec("create table b (other integer); insert into b values (7)");
  const sql = "select a.*, b.* from a join b order by id";
  expect(ask(sql)).toEqual([
    { id: 1, text: "x", other: 7 },
    { id: 2, text: null, other: 7 },
  ]);
  other.exec("alter table a add column more text");
  expect(ask(sql)[0]).toEqual({ id: 1, text: "x", more: null, other: 7 });
});
