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
