import { ConfigError, type Config } from "./config.ts";
import { openDatabase, type Database, type StorageOptions } from "./storage/database.ts";

type DataSettings = Pick<Config, "dataDir" | "databaseUrl"> & Pick<StorageOptions, "isDurable">;

/** Opens the data that the settings name. @throws ConfigError naming the setting that does not lead to any */
export async function openData(settings: DataSettings): Promise<Database> {
  try {
    return await openDatabase(settings);
  } catch (error) {
    const { databaseUrl, dataDir } = settings;
    const setting = databaseUrl === undefined ? `ERRAND_DATA_DIR: "${dataDir}"` : "ERRAND_DATABASE_URL";
    throw new ConfigError(`${setting} cannot be opened: ${String(error)}`, { cause: error });
  }
}
