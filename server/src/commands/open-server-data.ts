import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigError, type Config } from "../config.ts";
import { keyFileIn } from "../credentials/open-sealer.ts";
import { openData } from "../open-data.ts";
import { databaseFile, type Database } from "../storage/database.ts";
import { takeProcessLock } from "../storage/process-lock.ts";

/** The data of a server, opened beside it, and the settings that led there. */
export interface ServerData {
  config: Pick<Config, "dataDir" | "databaseUrl" | "secretKeys">;
  database: Database;
}

/**
 * Opens the data of a server, whether that runs or not, for the time of `work`.
 * @throws ConfigError when the settings lead to no server's data, or another command changes its keys
 */
export async function withServerData<Result>(
  config: ServerData["config"],
  work: (data: ServerData) => Promise<Result>,
): Promise<Result> {
  requireData(config);
  const unlock = config.secretKeys === undefined ? lockKeyFile(config.dataDir) : () => {};
  try {
    return await withDatabase(config, work);
  } finally {
    unlock();
  }
}

/** Every commit is on the disk before the key file is changed. */
async function withDatabase<Result>(
  config: ServerData["config"],
  work: (data: ServerData) => Promise<Result>,
): Promise<Result> {
  const database = await openData({ ...config, isDurable: true });
  try {
    return await work({ config, database });
  } finally {
    await database.destroy();
  }
}

function requireData({ dataDir, databaseUrl, secretKeys }: ServerData["config"]): void {
  if (databaseUrl === undefined && !existsSync(databaseFile(dataDir))) {
    throw new ConfigError(`ERRAND_DATA_DIR: "${dataDir}" holds no data of a server`);
  }
  if (secretKeys === undefined && !existsSync(keyFileIn(dataDir))) {
    throw new ConfigError(
      `ERRAND_SECRET_KEYS is not set and ${keyFileIn(dataDir)} does not exist: set the keys that the server has`,
    );
  }
}

function lockKeyFile(dataDir: string): () => void {
  const unlock = takeProcessLock(join(dataDir, "secret.key.lock"));
  if (unlock) return unlock;
  throw new ConfigError("Another command is changing the keys of this data; wait for it to end");
}
