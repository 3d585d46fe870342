import { join } from "node:path";
import { ConfigError } from "../config.ts";
import type { Database } from "../storage/database.ts";
import { loadOrCreateKeyFile } from "./key-file.ts";
import { parseKeyring, type Keyring } from "./keyring.ts";
import { createSealer, type Sealer } from "./seal.ts";

const CHECK_PREFIX = "key_check:";

/** Where the keys come from: the operator's setting, or a key file in the data folder. */
interface SealerOptions {
  database: Database;
  secretKeys: string | undefined;
  dataDir: string;
}

/**
 * The sealer over the operator's keys, once they are known to be the ones that sealed this data.
 * @throws ConfigError naming the key that is wrong or missing, before any data is touched
 */
export async function openSealer({ database, secretKeys, dataDir }: SealerOptions): Promise<Sealer> {
  const keyring = readKeyring(secretKeys, join(dataDir, "secret.key"));
  const sealer = createSealer(keyring);
  await checkKeys(database, keyring, sealer);
  return sealer;
}

function readKeyring(secretKeys: string | undefined, keyFile: string): Keyring {
  try {
    return secretKeys === undefined ? loadOrCreateKeyFile(keyFile) : parseKeyring(secretKeys);
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function checkKeys(database: Database, keyring: Keyring, sealer: Sealer): Promise<void> {
  const ids = [...keyring.keys.keys()];
  const known = await readChecks(database);
  if (known.size > 0 && !ids.some((id) => known.has(id))) {
    throw new ConfigError(
      `The data was sealed under the key ${[...known.keys()].join(", ")}, which is not among the keys given: ${ids.join(", ")}`,
    );
  }
  for (const id of ids) await storeCheck(database, id, sealer.makeCheck(id));
  // Read again: of two first starts with different keys of one id, the second must notice.
  const stored = await readChecks(database);
  for (const id of ids) {
    if (sealer.verifyCheck(stored.get(id) ?? "") !== "valid") {
      throw new ConfigError(
        `The key ${id} is not the one that sealed this data; restore the key of that name`,
      );
    }
  }
}

/** The check values by key id. */
async function readChecks(database: Database): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom("settings")
    .selectAll()
    .where("name", "like", `${CHECK_PREFIX}%`)
    .execute();
  return new Map(rows.map((row) => [row.name.slice(CHECK_PREFIX.length), row.value]));
}

/** A check that stands already stays. */
async function storeCheck(database: Database, id: string, value: string): Promise<void> {
  await database
    .insertInto("settings")
    .values({ name: `${CHECK_PREFIX}${id}`, value })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
}
