import { createSecretKey, type KeyObject } from "node:crypto";

const KEY_BYTES = 32;
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;

/** The keys that secrets are sealed under: the first one seals, all open. */
export interface Keyring {
  firstKeyId: string;
  keys: ReadonlyMap<string, KeyObject>;
}

/**
 * Parses `id:base64,id:base64` (32 bytes each). `source` names the text in errors, which never repeat a key.
 * Throws an error that says what is wrong and what would be right.
 */
export function parseKeyring(text: string, source = "ERRAND_SECRET_KEYS"): Keyring {
  const entries = text.split(",").map((entry, index) => parseEntry(entry.trim(), index, source));
  const keys = new Map(entries);
  const [firstKeyId] = keys.keys();
  if (firstKeyId === undefined || keys.size < entries.length) {
    throw new Error(`${source}: two keys have the same id; give each key its own`);
  }
  return { firstKeyId, keys };
}

function parseEntry(entry: string, index: number, source: string): [id: string, key: KeyObject] {
  const separator = entry.indexOf(":");
  const id = entry.slice(0, Math.max(0, separator));
  if (!KEY_ID.test(id)) {
    throw new Error(
      `${source}: entry ${index + 1} is not "id:base64" with an id of 1 to 32 letters, digits, "-" or "_"`,
    );
  }
  const encoded = entry.slice(separator + 1);
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length !== KEY_BYTES || bytes.toString("base64") !== encoded) {
    throw new Error(
      `${source}: key "${id}" is not ${KEY_BYTES} bytes in base64, as \`openssl rand -base64 ${KEY_BYTES}\` prints them`,
    );
  }
  return [id, createSecretKey(bytes)];
}
