export const SALT_BYTES = 16;
/** NIST SP 800-38D §8.2. */
export const IV_BYTES = 12;
export const TAG_BYTES = 16;
export const VERSION = "v1";

/** A sealed value in its parts. */
export interface Envelope {
  keyId: string;
  salt: Buffer;
  iv: Buffer;
  ciphertext: Buffer;
  tag: Buffer;
}

/** `v1.keyId.salt.iv.ciphertextAndTag`, bytes in base64url. */
export function formatEnvelope({ keyId, salt, iv, ciphertext, tag }: Envelope): string {
  const bytes = [salt, iv, Buffer.concat([ciphertext, tag])].map((part) => part.toString("base64url"));
  return [VERSION, keyId, ...bytes].join(".");
}

/** The parts of an envelope, or undefined when the text is none in its one canonical spelling. */
export function parseEnvelope(text: string): Envelope | undefined {
  const [version, keyId, ...encoded] = text.split(".");
  const [salt, iv, sealed, ...rest] = encoded.map(decode);
  if (version !== VERSION || !keyId || !salt || !iv || !sealed || rest.length > 0) return undefined;
  if (salt.length !== SALT_BYTES || iv.length !== IV_BYTES || sealed.length < TAG_BYTES) return undefined;
  const end = sealed.length - TAG_BYTES;
  return { keyId, salt, iv, ciphertext: sealed.subarray(0, end), tag: sealed.subarray(end) };
}

function decode(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : undefined;
}

/** The key that a text was sealed under; undefined when it is no envelope. */
export function keyIdOf(text: string): string | undefined {
  return parseEnvelope(text)?.keyId;
}
