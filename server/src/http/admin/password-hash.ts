import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MAX_BYTES = 64 * 2 ** 20;

/** What a guess costs: the parameters of scrypt (RFC 7914, section 2). */
export interface PasswordCost {
  N: number;
  r: number;
  p: number;
}

/** OWASP Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3, which needs 32 MB for each sign-in. */
const PASSWORD_COST: PasswordCost = { N: 2 ** 15, r: 8, p: 3 };

export interface PasswordHasher {
  /** `scrypt$N$r$p$salt$key`, the last two in base64url. */
  hash(password: string): Promise<string>;
  /** A hash that no password has, and that takes as long to compare. */
  nobodysHash: string;
}

export function createPasswordHasher(cost: PasswordCost = PASSWORD_COST): PasswordHasher {
  const format = (salt: Buffer, key: Buffer): string =>
    ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      return format(salt, await deriveKey(password, salt, cost));
    },
    nobodysHash: format(Buffer.alloc(SALT_BYTES), Buffer.alloc(KEY_BYTES)),
  };
}

/** Whether this is the password of a hash, at the cost that stands in the hash, in constant time. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = "", key = ""] = hash.split("$");
  const expected = Buffer.from(key, "base64url");
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await deriveKey(password, Buffer.from(salt, "base64url"), cost);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const deriveKey = (password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> =>
  derive(password.normalize("NFC"), salt, KEY_BYTES, { ...cost, maxmem: MAX_BYTES });
