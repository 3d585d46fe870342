import { join } from "node:path";
import { ConfigError } from "../config.ts";
import type { Database } from "../storage/database.ts";
import { readChecks, refuseStrangeKeys, storeChecks, verifyChecks } from "./key-checks.ts";
import { loadOrCreateKeyFile, readKeyFile } from "./key-file.ts";
import { parseKeyring, type Keyring } from "./keyring.ts";
import { createSealer, type Sealer } from "./seal.ts";

/** Where the keys come from: the operator's setting, or a key file in the data folder. */
interface SealerOptions {
  database: Database;
  secretKeys: string | undefined;
  dataDir: string;
}

/** The key file of a data folder, for a server whose settings name no keys. */
export function keyFileIn(dataDir: string): string {
  return join(dataDir, "secret.key");
}

/**
 * The sealer over the operator's keys, once they are known to be the ones that sealed this data.
 * @throws ConfigError naming the key that is wrong or missing, before any data is touched
 */
export async function openSealer({ database, secretKeys, dataDir }: SealerOptions): Promise<Sealer> {
  const file = keyFileIn(dataDir);
  const keyring = orConfigError(() =>
    secretKeys === undefined ? loadOrCreateKeyFile(file) : parseKeyring(secretKeys),
  );
  const sealer =
    secretKeys === undefined ? createSealer(keyring, () => readKeyFile(file)) : createSealer(keyring);
  await refuseStrangeKeys(database, keyring);
  // Checks are stored first: of two first starts with different keys of one id, the second must notice.
  await storeChecks(database, keyring, sealer);
  await verifyChecks(database, keyring, sealer);
  return sealer;
}

/**
 * The keys and the sealer of the server whose data this is, for a command beside it.
 * @throws ConfigError also when no server has started with the first key: one that runs could not open what it seals
 */
export async function openSealerBesideServer({
  database,
  secretKeys,
  dataDir,
}: SealerOptions): Promise<{ keyring: Keyring; sealer: Sealer }> {
  const keyring = orConfigError(() =>
    secretKeys === undefined ? readKeyFile(keyFileIn(dataDir)) : parseKeyring(secretKeys),
  );
  const sealer = createSealer(keyring);
  await refuseStrangeKeys(database, keyring);
  await verifyChecks(database, keyring, sealer);
  const isKnown = (await readChecks(database)).has(keyring.firstKeyId);
  if (secretKeys !== undefined && !isKnown) {
    throw new ConfigError(
      `ERRAND_SECRET_KEYS: no server has started with the key "${keyring.firstKeyId}" yet; restart every server with these settings first`,
    );
  }
  if (secretKeys === undefined) await storeChecks(database, keyring, sealer);
  return { keyring, sealer };
}

function orConfigError(read: () => Keyring): Keyring {
  try {
    return read();
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
