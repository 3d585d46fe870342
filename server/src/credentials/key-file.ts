import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Keyring, parseKeyring } from "./keyring.ts";

/**
 * The keyring in a file of `ERRAND_SECRET_KEYS` form; a missing file is made, mode 0600, with one fresh key.
 * Of several starts at once all get the same key. Throws when the file cannot be read or is damaged.
 */
export function loadOrCreateKeyFile(path: string): Keyring {
  const text = readIfPresent(path) ?? create(path);
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
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  const keyId = `k${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${keyId}:${randomBytes(32).toString("base64")}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, "utf8");
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
