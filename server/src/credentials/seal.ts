import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import {
  formatEnvelope,
  IV_BYTES,
  keyIdOf,
  parseEnvelope,
  SALT_BYTES,
  TAG_BYTES,
  VERSION,
} from "./envelope.ts";
import type { Keyring } from "./keyring.ts";
import { additionalData, type SealContext } from "./seal-context.ts";

const CIPHER = "aes-256-gcm";
const CHECK_CONTEXT: SealContext = { purpose: "key_check" };

/**
 * Why a sealed value did not open. `not_authentic`: it was changed, copied from another place, sealed for another
 * endpoint, or sealed under another key of the same id.
 */
export class SealError extends Error {
  override readonly name = "SealError";
  readonly code: "malformed" | "unknown_key" | "not_authentic";

  constructor(code: SealError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** Seals secrets for storage (AES-256-GCM under a key of its own for every record) and opens them for use. */
export interface Sealer {
  /** Throws a `TypeError` for text that UTF-8 cannot carry. */
  seal(plaintext: string, context: SealContext): string;
  /** Throws `SealError`. */
  open(envelope: string, context: SealContext): string;
  /** The envelope itself when the first key sealed it, otherwise the same secret under the first key. Throws `SealError`. */
  rekey(envelope: string, context: SealContext): string;
  /** A value to store beside a key's id, by which a later start tells whether it has the same key. */
  makeCheck(keyId: string): string;
  verifyCheck(check: string): "valid" | "wrong_key" | "unknown_key";
}

/**
 * A sealer over a keyring. `reread` answers the keyring as it stands where it is kept: asked before each sealing and for
 * a key that is not known, so that a server goes on while its keys are exchanged. A key once known opens ever after.
 */
export function createSealer(initial: Keyring, reread: () => Keyring = () => initial): Sealer {
  let keyring = initial;

  function refresh(): void {
    const { firstKeyId, keys } = reread();
    keyring = { firstKeyId, keys: new Map([...keyring.keys, ...keys]) };
  }

  function keyOf(keyId: string): KeyObject {
    if (!keyring.keys.has(keyId)) refresh();
    const key = keyring.keys.get(keyId);
    if (key === undefined) {
      throw new SealError("unknown_key", `The key "${keyId}" is not in ERRAND_SECRET_KEYS.`);
    }
    return key;
  }

  function sealUnder(keyId: string, plaintext: string, context: SealContext): string {
    if (!plaintext.isWellFormed()) throw new TypeError("A secret must be well-formed text.");
    const salt = randomBytes(SALT_BYTES);
    const iv = randomBytes(IV_BYTES);
    const recordKey = deriveKey(keyOf(keyId), salt, context);
    const cipher = createCipheriv(CIPHER, recordKey, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(additionalData(context));
    const ciphertext = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
    return formatEnvelope({ keyId, salt, iv, ciphertext, tag: cipher.getAuthTag() });
  }

  function open(envelope: string, context: SealContext): string {
    const parts = parseEnvelope(envelope);
    if (parts === undefined) throw new SealError("malformed", "The sealed value is damaged.");
    const recordKey = deriveKey(keyOf(parts.keyId), parts.salt, context);
    const decipher = createDecipheriv(CIPHER, recordKey, parts.iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(additionalData(context)).setAuthTag(parts.tag);
    // update() hands out bytes that only final() has checked.
    const unchecked = decipher.update(parts.ciphertext);
    try {
      return Buffer.concat([unchecked, decipher.final()]).toString("utf8");
    } catch {
      throw new SealError("not_authentic", "The sealed value was changed or belongs elsewhere.");
    }
  }

  return {
    seal(plaintext, context) {
      refresh();
      return sealUnder(keyring.firstKeyId, plaintext, context);
    },
    open,
    rekey(envelope, context) {
      const plaintext = open(envelope, context);
      const isUnderFirst = keyIdOf(envelope) === keyring.firstKeyId;
      return isUnderFirst ? envelope : sealUnder(keyring.firstKeyId, plaintext, context);
    },
    makeCheck: (keyId) => sealUnder(keyId, "", CHECK_CONTEXT),
    verifyCheck(check) {
      try {
        open(check, CHECK_CONTEXT);
        return "valid";
      } catch (error) {
        return error instanceof SealError && error.code === "unknown_key" ? "unknown_key" : "wrong_key";
      }
    },
  };
}

/** RFC 5869, with the purpose as `info`: no two purposes share a key. */
function deriveKey(key: KeyObject, salt: Buffer, { purpose }: SealContext): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, `errand/${VERSION}/${purpose}`, 32));
}
