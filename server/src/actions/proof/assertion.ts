import { createHash, randomUUID } from "node:crypto";
import { SignJWT } from "jose/jwt/sign";
import type { SigningKey } from "../../credentials/signing-key-store.ts";

const LIFETIME_SECONDS = 60;

/** What an assertion says of a call. */
export interface AssertedCall {
  /** The origin under which this server is reached from outside. */
  issuer: string;
  /** The visitor's id; undefined unless it is proved and the endpoint may know it. */
  userId: string | undefined;
  identifier: string;
  runId: string;
  method: string;
  url: string;
  body: string | Uint8Array;
  /** Unix time in seconds. */
  issuedAt: number;
}

/**
 * A token (RFC 7519) of one minute that binds who calls, for whom and what: `htm` and `htu` as in DPoP (RFC 9449 §4.2),
 * `bdy` the SHA-256 of the body's bytes in base64url.
 */
export function signAssertion(call: AssertedCall, { id, key }: SigningKey): Promise<string> {
  const { origin, pathname } = new URL(call.url);
  const token = new SignJWT({
    act: call.identifier,
    run: call.runId,
    htm: call.method,
    htu: origin + pathname,
    bdy: createHash("sha256").update(call.body).digest("base64url"),
  });
  if (call.userId !== undefined) token.setSubject(call.userId);
  return token
    .setProtectedHeader({ alg: "EdDSA", typ: "JWT", kid: id })
    .setIssuer(call.issuer)
    .setAudience(origin)
    .setIssuedAt(call.issuedAt)
    .setExpirationTime(call.issuedAt + LIFETIME_SECONDS)
    .setJti(randomUUID())
    .sign(key);
}
