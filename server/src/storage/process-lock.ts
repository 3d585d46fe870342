import { DatabaseSync } from "node:sqlite";

/**
 * Takes a lock for this process; the answered function gives it back. It is SQLite's own, so it ends with the process
 * that holds it, however that ends. Undefined when another process holds it.
 * @throws Error when the file cannot be made
 */
export function takeProcessLock(path: string): (() => void) | undefined {
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return () => lock.close();
  } catch {
    lock.close();
    return undefined;
  }
}
