import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import { ErrandError } from "../errors.ts";
import type { LiveSecret } from "../sites/identity-secret-store.ts";
import { rememberByText } from "../remember.ts";
import { toHmacKey } from "./secret-key.ts";

const HASH = /^[0-9a-f]{64}$/;
const SIGNING_INPUT = /^([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*$/;

interface HashProof {
  userId: string;
  userHash: string;
  /** The site's live `user_hash` secrets. */
  secrets: readonly LiveSecret[];
}

/** `hex(HMAC-SHA256(secret, userId))`, 64 lowercase characters, over the exact UTF-8 text. */
export function computeUserHash(secret: string, userId: string): string {
  return hashesUnder(secret)(userId);
}

const MAX_SECRETS = 200;
const MAX_HASHES = 500;

/** A visitor's hash goes with every call; making the key costs more still. */
const hashesUnder = rememberByText((secret) => {
  const key = createSecretKey(toHmacKey(secret));
  const hash = (userId: string): string => createHmac("sha256", key).update(userId, "utf8").digest("hex");
  return rememberByText(hash, MAX_HASHES);
}, MAX_SECRETS);

/**
 * Verifies a user hash in constant time and answers the id of the secret that made it.
 * @throws ErrandError `identity_malformed` or `identity_hash_mismatch`
 */
export function verifyUserHash({ userId, userHash, secrets }: HashProof): string {
  if (!HASH.test(userHash)) {
    const why = '"user_hash" must be 64 lowercase hexadecimal characters: HMAC-SHA256 of "user_id".';
    throw new ErrandError("identity_malformed", why);
  }
  if (isSigningInput(userId)) {
    throw new ErrandError("identity_malformed", '"user_id" has the form of a JWT; use the id alone.');
  }
  const given = Buffer.from(userHash, "hex");
  const match = secrets.find(({ secret }) =>
    timingSafeEqual(Buffer.from(computeUserHash(secret, userId), "hex"), given),
  );
  if (match) return match.id;
  throw new ErrandError("identity_hash_mismatch", explainMismatch(secrets));
}

function explainMismatch(secrets: readonly LiveSecret[]): string {
  if (secrets.length === 0) {
    return "This site has no identity secret for user hashes yet: make one in the dashboard.";
  }
  return '"user_hash" does not match: it is HMAC-SHA256 of exactly this "user_id", with the whole secret text as key.';
}

/** A text that, signed, would be a JWT: a JSON object in base64url, a dot, base64url (RFC 7515 §5.1). */
function isSigningInput(text: string): boolean {
  const header = SIGNING_INPUT.exec(text)?.[1];
  if (header === undefined) return false;
  try {
    const value: unknown = JSON.parse(Buffer.from(header, "base64url").toString());
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}
