import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The shop's own folder inside the data folder; every file in it is readable by its owner only. */
export interface ShopFolder {
  path: (name: string) => string;
  /** The file's text; undefined when there is none. */
  read: (name: string) => string | undefined;
  /** Replaces the file as a whole, so that a killed process never leaves half of one. */
  write: (name: string, text: string) => void;
  remove: (name: string) => void;
}

/** Opens the folder and makes it when it is missing. */
export function openShopFolder(folder: string): ShopFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (name: string) => join(folder, name);
  return {
    path,
    read: (name) => readIfThere(path(name)),
    write: (name, text) => {
      writeFileSync(path(`${name}.new`), text, { mode: 0o600 });
      renameSync(path(`${name}.new`), path(name));
    },
    remove: (name) => rmSync(path(name), { force: true }),
  };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
