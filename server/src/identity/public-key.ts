import { createPublicKey, type KeyObject } from "node:crypto";
import type { KeyAlgorithm } from "@errand/shared/identity-keys";
import { rememberByText } from "../remember.ts";

/** Bits below which an RSA key is refused (RFC 7518 §3.3). */
const MIN_RSA_BITS = 2_048;
/** Bits above which verifying takes too long to be done for anybody who asks. */
const MAX_RSA_BITS = 8_192;
const PEM = /^-----BEGIN (RSA )?PUBLIC KEY-----[\s\w+/=]+-----END \1?PUBLIC KEY-----\s*$/;
/** Members of a JWK that only a private or a symmetric key has (RFC 7518 §6). */
const SECRET_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
const KEY_TYPE: Record<KeyAlgorithm, string> = { RS256: "RSA", PS256: "RSA", ES256: "EC", EdDSA: "OKP" };
const MAX_KEYS = 500;

/** A key that is not usable; the message names what is wrong and what would be right. */
export class PublicKeyError extends Error {
  override readonly name = "PublicKeyError";
}

/** Imports a public key in PEM for an algorithm. @throws PublicKeyError */
export function importPem(pem: string, algorithm: KeyAlgorithm): KeyObject {
  if (/PRIVATE KEY/.test(pem)) {
    throw new PublicKeyError("this is a private key, which stays with you: give the public one");
  }
  if (!PEM.test(pem.trim())) {
    throw new PublicKeyError('must be one public key in PEM, beginning with "-----BEGIN PUBLIC KEY-----"');
  }
  return judge(
    attempt(() => createPublicKey(pem.trim())),
    algorithm,
  );
}

/** Imports a public JWK (RFC 7517) for an algorithm. @throws PublicKeyError */
export function importJwk(jwk: Record<string, unknown>, algorithm: KeyAlgorithm): KeyObject {
  const secret = SECRET_MEMBERS.find((name) => Object.hasOwn(jwk, name));
  if (secret !== undefined) {
    throw new PublicKeyError(`has the private member "${secret}", which stays with you: give the public key`);
  }
  const misfit = findMisfit(jwk, algorithm);
  if (misfit !== undefined) throw new PublicKeyError(misfit);
  return judge(
    attempt(() => createPublicKey({ key: jwk, format: "jwk" })),
    algorithm,
  );
}

/** Why a JWK is not meant for verifying this algorithm; undefined when it is. */
function findMisfit(jwk: Record<string, unknown>, algorithm: KeyAlgorithm): string | undefined {
  const { kty, use, key_ops: operations, alg } = jwk;
  if (kty !== KEY_TYPE[algorithm]) return `${algorithm} needs a key of "kty" ${KEY_TYPE[algorithm]}`;
  if (use !== undefined && use !== "sig") return 'must have "sig" as "use", or none';
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes("verify"))) {
    return 'must have "verify" among its "key_ops", or none';
  }
  if (alg !== undefined && alg !== algorithm) return `has another algorithm than ${algorithm} as its "alg"`;
  return undefined;
}

/** Imports what was judged when it was stored; importing costs more than using. */
export function importStored(key: { source: string; value: string; algorithm: KeyAlgorithm }): KeyObject {
  return imported(JSON.stringify([key.source, key.value, key.algorithm]));
}

const imported = rememberByText((text) => {
  const [source, value, algorithm] = JSON.parse(text) as [string, string, KeyAlgorithm];
  return source === "jwk"
    ? importJwk(JSON.parse(value) as Record<string, unknown>, algorithm)
    : importPem(value, algorithm);
}, MAX_KEYS);

function attempt(read: () => KeyObject): KeyObject {
  try {
    return read();
  } catch {
    throw new PublicKeyError("cannot be read as a public key");
  }
}

function judge(key: KeyObject, algorithm: KeyAlgorithm): KeyObject {
  const type = key.asymmetricKeyType ?? "";
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (KEY_TYPE[algorithm] === "RSA") {
    if (type !== "rsa") throw new PublicKeyError(`${algorithm} needs an RSA key, but this is ${type}`);
    if (modulusLength < MIN_RSA_BITS || modulusLength > MAX_RSA_BITS) {
      const why = `has ${modulusLength} bits; an RSA key needs ${MIN_RSA_BITS} to ${MAX_RSA_BITS}`;
      throw new PublicKeyError(why);
    }
  } else if (algorithm === "ES256" && namedCurve !== "prime256v1") {
    throw new PublicKeyError(`ES256 needs a key on the curve P-256, but this is ${namedCurve ?? type}`);
  } else if (algorithm === "EdDSA" && type !== "ed25519") {
    throw new PublicKeyError(`EdDSA needs an Ed25519 key, but this is ${type}`);
  }
  return key;
}
