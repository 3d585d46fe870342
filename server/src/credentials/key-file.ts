import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { type Keyring, parseKeyring } from "./keyring.ts";

/**
 * The keyring in a file of `ERRAND_SECRET_KEYS` form; a missing file is made, mode 0600, with one fresh key.
 * Of several starts at once all get the same key. Throws when the file cannot be read or is damaged.
 */
export function loadOrCreateKeyFile(path: string): Keyring {
  return parseFile(readIfPresent(path) ?? create(path), path);
}

/** The keyring in a file. Throws when it is missing, cannot be read or is damaged. */
export function readKeyFile(path: string): Keyring {
  return parseFile(readFileSync(path, "utf8"), path);
}

/** Puts a fresh key before those of the file, in one step: whoever reads the file finds it with or without the key. */
export function prependKey(path: string): Keyring {
  replaceFile(path, [createEntry(), ...entriesOf(path)]);
  return readKeyFile(path);
}

/** Takes keys out of the file, in one step. */
export function removeKeys(path: string, ids: ReadonlySet<string>): void {
  const kept = entriesOf(path).filter((entry) => !ids.has(entry.slice(0, entry.indexOf(":"))));
  replaceFile(path, kept);
}

function parseFile(text: string, path: string): Keyring {
  try {
    return parseKeyring(text.trim(), `key file ${path}`);
  } catch (cause) {
    const remedy = "Restore it from a backup: what was sealed under it cannot be opened without it.";
    throw new Error(`${(cause as Error).message}. ${remedy}`, { cause });
  }
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** A link either finds the name free or fails, and what it names is already whole. */
function create(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = writeDraft(path, [createEntry()]);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, "utf8");
}

function createEntry(): string {
  return `k${randomBytes(4).toString("hex")}:${randomBytes(32).toString("base64")}`;
}

function entriesOf(path: string): string[] {
  const text = readFileSync(path, "utf8").trim();
  return text.split(",").map((entry) => entry.trim());
}

/** The folder is synced too: nothing may be sealed under a key whose file a power cut could take back. */
function replaceFile(path: string, entries: readonly string[]): void {
  renameSync(writeDraft(path, entries), path);
  const folder = openSync(dirname(path), "r");
  fsyncSync(folder);
  closeSync(folder);
}

function writeDraft(path: string, entries: readonly string[]): string {
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  writeFileSync(draft, `${entries.join(",")}\n`, { mode: 0o600, flag: "wx", flush: true });
  return draft;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
