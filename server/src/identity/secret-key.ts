import { webcrypto } from "node:crypto";
import { rememberByText } from "../remember.ts";

const MIN_BYTES = 32;

/**
 * The HMAC key of an identity secret: its text as UTF-8.
 * @throws TypeError when it is shorter than the digest (RFC 7518 §3.2)
 */
export function toHmacKey(secret: string): Uint8Array {
  const key = Buffer.from(secret);
  if (key.length < MIN_BYTES) throw new TypeError(`An identity secret needs at least ${MIN_BYTES} bytes.`);
  return key;
}

const MAX_KEYS = 500;

/** The same key, imported once for verifying with HS256; importing costs as much as verifying. */
export const importHmacKey: (secret: string) => Promise<webcrypto.CryptoKey> = rememberByText(
  (secret) =>
    webcrypto.subtle.importKey("raw", toHmacKey(secret), { name: "HMAC", hash: "SHA-256" }, false, [
      "verify",
    ]),
  MAX_KEYS,
);
