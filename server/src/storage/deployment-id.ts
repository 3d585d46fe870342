import type { Database } from "./database.ts";
import { createId } from "./ids.ts";

const NAME = "deployment";

/** Names the servers over this database, so that they find each other and nobody else in what they share beside it. */
export async function findDeploymentId(database: Database): Promise<string> {
  await database
    .insertInto("settings")
    .values({ name: NAME, value: createId("dep") })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const row = await database
    .selectFrom("settings")
    .select("value")
    .where("name", "=", NAME)
    .executeTakeFirstOrThrow();
  return row.value;
}
