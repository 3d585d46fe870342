import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ConfigError, type Config } from "./config.ts";
import { takeProcessLock } from "./storage/process-lock.ts";

/**
 * Holds the data folder for this server until the answered function is called or the process is gone, even killed:
 * two servers over one file would take each other's turns and runs for those of a dead one.
 * Data in PostgreSQL is shared, and not held.
 * @throws ConfigError when another server holds the folder, or it cannot be made
 */
export function lockData({ dataDir, databaseUrl }: Pick<Config, "dataDir" | "databaseUrl">): () => void {
  if (databaseUrl !== undefined) return () => {};
  const unlock = tryLock(dataDir);
  if (unlock) return unlock;
  const what = `ERRAND_DATA_DIR: "${dataDir}" is in use by another Errand server`;
  throw new ConfigError(`${what}; stop it or choose another folder`);
}

function tryLock(dataDir: string): (() => void) | undefined {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return takeProcessLock(join(dataDir, "errand.lock"));
  } catch (error) {
    const what = `ERRAND_DATA_DIR: "${dataDir}" must be a folder that this account can write to`;
    throw new ConfigError(`${what} (${String(error)})`, { cause: error });
  }
}
