import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeEachDatabase, openInFolder } from "../../test/databases.ts";
import { databaseFile, openDatabase, type Database } from "./database.ts";
import { rememberQuery } from "./remember-query.ts";

const AT = "2026-01-01T00:00:00.000Z";
const site = (id: string, settings = "{}") => ({ id, settings, created_at: AT, updated_at: AT });

/** A query for one site's settings, and how often its rows were worked on. */
function createSettingsOf(database: Database) {
  let asked = 0;
  const find = rememberQuery(
    database,
    (of: { id: string }) => database.selectFrom("sites").select("settings").where("id", "=", of.id),
    (rows) => {
      asked += 1;
      return rows.map(({ settings }) => settings);
    },
  );
  return { of: (id: string) => find({ id }), asked: () => asked };
}

describeEachDatabase("what is remembered of a query", (open) => {
  it("is as new as the last change, whatever way it was made", async () => {
    const database = await open();
    const settings = createSettingsOf(database);
    expect(await settings.of("site_1")).toEqual([]);
    await database.insertInto("sites").values(site("site_1", "a")).execute();
    expect(await settings.of("site_1")).toEqual(["a"]);
    await database.updateTable("sites").set({ settings: "b" }).returning("id").execute();
    expect(await settings.of("site_1")).toEqual(["b"]);
    await database
      .transaction()
      .execute((transaction) => transaction.updateTable("sites").set({ settings: "c" }).execute());
    expect(await settings.of("site_1")).toEqual(["c"]);
    await database.deleteFrom("sites").execute();
    expect(await settings.of("site_1")).toEqual([]);
  });

  it("knows nothing of a transaction that is open elsewhere, nor of one that was undone", async () => {
    const database = await open();
    await database.insertInto("sites").values(site("site_1", "a")).execute();
    const settings = createSettingsOf(database);
    const entered = Promise.withResolvers<void>();
    const leave = Promise.withResolvers<void>();
    const undone = database.transaction().execute(async (transaction) => {
      await transaction.updateTable("sites").set({ settings: "inside" }).execute();
      entered.resolve();
      await leave.promise;
      throw new Error("undone");
    });
    const failed = expect(undone).rejects.toThrow("undone");
    await entered.promise;
    const seen = settings.of("site_1");
    leave.resolve();
    await failed;
    expect(await seen).toEqual(["a"]);
    expect(await settings.of("site_1")).toEqual(["a"]);
  });

  it("is told apart by the values that were asked with", async () => {
    const database = await open();
    await database
      .insertInto("sites")
      .values([site("site_1", "a"), site("site_2", "b")])
      .execute();
    const settings = createSettingsOf(database);
    const all = [await settings.of("site_1"), await settings.of("site_2"), await settings.of("site_1")];
    expect(all).toEqual([["a"], ["b"], ["a"]]);
  });

  it("is never what visitors write", async () => {
    const database = await open();
    const messages = rememberQuery(
      database,
      (of: { id: string }) =>
        database
          .selectFrom("sites")
          .innerJoin("conversations", "conversations.site_id", "sites.id")
          .select("conversations.id")
          .where("sites.id", "=", of.id),
      (rows) => rows,
    );
    await expect(messages({ id: "site_1" })).rejects.toThrow("What visitors write is not remembered");
  });
});

const openFile = openInFolder();

it("is asked for once while visitors write, and nobody can change it", async () => {
  const database = await openFile();
  await database.insertInto("sites").values(site("site_1", "a")).execute();
  const settings = createSettingsOf(database);
  const first = await settings.of("site_1");
  await database
    .insertInto("milestones")
    .values({ site_id: "site_1", step: "script", first_at: AT, last_at: AT, detail: null })
    .execute();
  expect(await settings.of("site_1")).toBe(first);
  expect(settings.asked()).toBe(1);
  expect(() => first.push("b")).toThrow(TypeError);
});

it("is asked for again once another process has changed the file", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "errand-test-"));
  const database = await openDatabase({ dataDir });
  try {
    await database.insertInto("sites").values(site("site_1", "a")).execute();
    const settings = createSettingsOf(database);
    expect(await settings.of("site_1")).toEqual(["a"]);
    const change = `
      const { DatabaseSync } = require("node:sqlite");
      new DatabaseSync(process.argv[1]).exec("update sites set settings = 'b'");`;
    execFileSync(process.execPath, ["-e", change, databaseFile(dataDir)]);
    await setImmediate();
    expect(await settings.of("site_1")).toEqual(["b"]);
  } finally {
    await database.destroy();
    rmSync(dataDir, { recursive: true });
  }
});
