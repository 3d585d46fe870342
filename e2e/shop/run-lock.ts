import { DatabaseSync } from "node:sqlite";
import type { ShopFolder } from "./shop-folder.ts";

const HOLDER = "running.txt";

/** Says that another process holds the data folder. */
export class AlreadyRunning extends Error {
  override readonly name = "AlreadyRunning";
}

/** Holds the data folder for this process. */
export interface RunLock {
  /** Leaves a line for whoever starts a second time. */
  note: (line: string) => void;
  release: () => void;
}

/**
 * Takes the data folder for this process alone. The lock is the operating system's (an exclusive SQLite
 * transaction), so a killed process leaves none behind and a reused process id fools nobody.
 * @throws AlreadyRunning with the other process' id and address
 */
export function takeRunLock(folder: ShopFolder): RunLock {
  const database = new DatabaseSync(folder.path("lock.db"));
  try {
    database.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw new AlreadyRunning(`It already runs: ${folder.read(HOLDER) ?? "it is just starting"}.`, { cause });
  }
  folder.write(HOLDER, `process ${process.pid}`);
  return {
    note: (line) => folder.write(HOLDER, `process ${process.pid}, ${line}`),
    release: () => {
      folder.remove(HOLDER);
      database.close();
    },
  };
}
