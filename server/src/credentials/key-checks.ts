import { ConfigError } from "../config.ts";
import type { Database } from "../storage/database.ts";
import type { Keyring } from "./keyring.ts";
import type { Sealer } from "./seal.ts";

const CHECK_PREFIX = "key_check:";

/** @throws ConfigError when none of the keys is one that this data knows */
export async function refuseStrangeKeys(database: Database, keyring: Keyring): Promise<void> {
  const known = await readChecks(database);
  const ids = [...keyring.keys.keys()];
  if (known.size === 0 || ids.some((id) => known.has(id))) return;
  throw new ConfigError(
    `The data was sealed under the key ${[...known.keys()].join(", ")}, which is not among the keys given: ${ids.join(", ")}; every server over this data needs the ERRAND_SECRET_KEYS, or the key file, that it began with`,
  );
}

/** Stores the check value of each key, unless one stands already. */
export async function storeChecks(database: Database, keyring: Keyring, sealer: Sealer): Promise<void> {
  for (const id of keyring.keys.keys()) {
    await database
      .insertInto("settings")
      .values({ name: `${CHECK_PREFIX}${id}`, value: sealer.makeCheck(id) })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
  }
}

/** @throws ConfigError naming a key that is not the one which has this id in the data */
export async function verifyChecks(database: Database, keyring: Keyring, sealer: Sealer): Promise<void> {
  const stored = await readChecks(database);
  for (const id of keyring.keys.keys()) {
    const check = stored.get(id);
    if (check === undefined || sealer.verifyCheck(check) === "valid") continue;
    throw new ConfigError(`The key ${id} is not the one that sealed this data; restore the key of that name`);
  }
}

/** The check values by key id. */
export async function readChecks(database: Database): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom("settings")
    .selectAll()
    .where("name", "like", `${CHECK_PREFIX}%`)
    .execute();
  return new Map(rows.map((row) => [row.name.slice(CHECK_PREFIX.length), row.value]));
}

/** Forgets keys that nothing is sealed under. */
export async function removeChecks(database: Database, ids: ReadonlySet<string>): Promise<void> {
  const names = [...ids].map((id) => CHECK_PREFIX + id);
  if (names.length > 0) await database.deleteFrom("settings").where("name", "in", names).execute();
}
