import { expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import type { Database } from "./database.ts";
import { prepareQuery, prepareStatement } from "./prepare.ts";
import { writerOf } from "./write-together.ts";

interface Setting {
  name: string;
  value: string;
}

function createSettings(database: Database) {
  const add = prepareStatement(({ name, value }: Setting) =>
    database.insertInto("settings").values({ name, value }),
  );
  const change = prepareStatement(({ name, value }: Setting) =>
    database.updateTable("settings").set({ value }).where("name", "=", name),
  );
  const list = prepareQuery(database, () =>
    database.selectFrom("settings").select(["name", "value"]).orderBy("name"),
  );
  const write = writerOf(database);
  const names = async () => (await list({})).map(({ name, value }) => `${name}=${value}`);
  return { add, change, write, names };
}

describeEachDatabase("writes that come at the same time", (open) => {
  it("each answer the rows that their own statements changed", async () => {
    const { add, change, write, names } = createSettings(await open());
    expect(
      await Promise.all([
        write(add({ name: "a", value: "1" }), change({ name: "a", value: "2" })),
        write(change({ name: "nobody", value: "1" })),
        write(add({ name: "b", value: "1" })),
      ]),
    ).toEqual([[1, 1], [0], [1]]);
    expect(await names()).toEqual(["a=2", "b=1"]);
  });

  it("stand whole or not at all, whatever becomes of the others", async () => {
    const { add, write, names } = createSettings(await open());
    await write(add({ name: "a", value: "1" }));
    const written = await Promise.allSettled([
      write(add({ name: "b", value: "1" })),
      write(add({ name: "c", value: "1" }), add({ name: "a", value: "2" })),
      write(add({ name: "d", value: "1" })),
    ]);
    expect(written.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await names()).toEqual(["a=1", "b=1", "d=1"]);
  });

  it("do not join a transaction that is open elsewhere, nor see into it", async () => {
    const database = await open();
    const { add, write, names } = createSettings(database);
    const entered = Promise.withResolvers<void>();
    const leave = Promise.withResolvers<void>();
    const failed = database.transaction().execute(async (transaction) => {
      await transaction.insertInto("settings").values({ name: "inside", value: "1" }).execute();
      entered.resolve();
      await leave.promise;
      throw new Error("undone");
    });
    const undone = expect(failed).rejects.toThrow("undone");
    await entered.promise;
    const written = write(add({ name: "outside", value: "1" }));
    const seen = names();
    leave.resolve();
    await undone;
    expect(await written).toEqual([1]);
    expect(await seen).not.toContain("inside=1");
    expect(await names()).toEqual(["outside=1"]);
  });
});
