import { hash, randomUUID, sign } from "node:crypto";
import { rememberByText } from "../../remember.ts";
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
export function signAssertion(call: AssertedCall, { id, key }: SigningKey): string {
  const { origin, pathname } = new URL(call.url);
  const claims = {
    act: call.identifier,
    run: call.runId,
    htm: call.method,
    htu: origin + pathname,
    bdy: hash("sha256", call.body, "base64url"),
    ...(call.userId === undefined ? {} : { sub: call.userId }),
    iss: call.issuer,
    aud: origin,
    iat: call.issuedAt,
    exp: call.issuedAt + LIFETIME_SECONDS,
    jti: randomUUID(),
  };
  const input = `${headerOf(id)}.${toBase64Url(JSON.stringify(claims))}`;
  // On this thread: handing so small a task to another and back costs several times the signature (RFC 8037 §3.1).
  return `${input}.${sign(null, Buffer.from(input), key).toString("base64url")}`;
}

const headerOf = rememberByText((kid) => toBase64Url(JSON.stringify({ alg: "EdDSA", typ: "JWT", kid })));

const toBase64Url = (text: string): string => Buffer.from(text, "utf8").toString("base64url");
