import type { JWTPayload } from "jose";
import * as errors from "jose/errors";
import { jwtVerify } from "jose/jwt/verify";
import { canonicalLocale } from "@errand/shared/locale";
import { ErrandError } from "../errors.ts";
import type { LiveSecret } from "../sites/identity-secret-store.ts";
import { claimsOf } from "./claims.ts";
import { toHmacKey } from "./secret-key.ts";
import { readStrictHeader, type JwsHeader } from "./strict-jws.ts";
import { parseDetail, parseSubject } from "./subject.ts";
import type { JwtVisitor } from "./visitor.ts";

const SKEW_SECONDS = 30;
const MAX_LIFETIME_SECONDS = 86_400;
const DETAILS = new Set(["email", "name", "phone", "locale"]);

/** Whom a token names, and the identity secret that signed it. */
interface VerifiedJwt {
  visitor: JwtVisitor;
  secretId: string;
  locale?: string;
}

interface JwtProof {
  siteId: string;
  token: string;
  /** The site's live `jwt` secrets. */
  secrets: readonly LiveSecret[];
  now: Date;
}

/**
 * Verifies an identity token: HS256 under one of the site's secrets, at most 24 hours of life, 30 s of skew.
 * @throws ErrandError with the `identity_*` code of the first rule that it breaks
 */
export async function verifyJwt(proof: JwtProof): Promise<VerifiedJwt> {
  const header = readStrictHeader(proof.token);
  if (header.alg !== "HS256") {
    const found = typeof header.alg === "string" ? `"${header.alg.slice(0, 32)}"` : "none";
    throw new ErrandError(
      "identity_wrong_algorithm",
      `The token's algorithm must be HS256, but is ${found}.`,
    );
  }
  const { payload, secretId } = await verifySignature(proof, candidatesFor(header, proof.secrets));
  const exp = judgeLifetime(payload, proof.now.getTime() / 1_000);
  judgeAudience(payload, proof.siteId);
  return { ...toVisitor(payload, exp), secretId };
}

function candidatesFor({ kid }: JwsHeader, secrets: readonly LiveSecret[]): readonly LiveSecret[] {
  const candidates = kid === undefined ? secrets : secrets.filter((secret) => secret.id === kid);
  if (candidates.length > 0) return candidates;
  const why =
    kid === undefined
      ? "This site has no identity secret for tokens yet: make one in the dashboard and sign with it."
      : 'The token\'s "kid" names no identity secret of this site: use the id of one, or leave it out.';
  throw new ErrandError("identity_bad_signature", why);
}

async function verifySignature(
  { token, now }: JwtProof,
  candidates: readonly LiveSecret[],
): Promise<{ payload: JWTPayload; secretId: string }> {
  for (const { id, secret } of candidates) {
    try {
      const { payload } = await jwtVerify(token, toHmacKey(secret), {
        algorithms: ["HS256"],
        requiredClaims: ["exp"],
        clockTolerance: SKEW_SECONDS,
        currentDate: now,
      });
      return { payload, secretId: id };
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw toIdentityError(error);
    }
  }
  throw new ErrandError(
    "identity_bad_signature",
    "The token's signature does not match: sign with this site's identity secret, its whole text as the key.",
  );
}

/** jose's errors carry the claims, so none of them is kept as the cause. */
function toIdentityError(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) {
    return new ErrandError("identity_expired", 'The token\'s "exp" has passed: sign a fresh one.');
  }
  if (
    error instanceof errors.JWTClaimValidationFailed &&
    error.claim === "nbf" &&
    error.reason === "check_failed"
  ) {
    return new ErrandError("identity_expired", 'The token\'s "nbf" lies in the future: it is not valid yet.');
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    const why = error.reason === "missing" ? "is required" : "must be a number of seconds since 1970";
    return new ErrandError("identity_malformed", `The token's "${error.claim}" ${why}.`);
  }
  if (error instanceof errors.JOSEError) {
    return new ErrandError("identity_malformed", "The identity token is not a signed JWT.");
  }
  return error;
}

/** Answers `exp`. A lifetime in milliseconds is a thousand times too long, so it ends here too. */
function judgeLifetime({ exp = Number.NaN, iat }: JWTPayload, now: number): number {
  if (iat !== undefined && iat > now + SKEW_SECONDS) {
    const why = 'The token\'s "iat" lies in the future: give seconds since 1970, by a clock that is right.';
    throw new ErrandError("identity_malformed", why);
  }
  if (exp - (iat ?? now) <= MAX_LIFETIME_SECONDS) return exp;
  const why = 'The token lives longer than 24 hours: give "exp" in seconds, at most 86400 after "iat".';
  throw new ErrandError("identity_too_long_lived", why);
}

function judgeAudience({ aud }: JWTPayload, siteId: string): void {
  if (aud === undefined || aud === siteId || (Array.isArray(aud) && aud.includes(siteId))) return;
  const why = `The token's "aud" must contain this site's id, "${siteId}", or be left out.`;
  throw new ErrandError("identity_wrong_audience", why);
}

function toVisitor(payload: JWTPayload, exp: number): Omit<VerifiedJwt, "secretId"> {
  const userId = readSubject(payload);
  const email = parseDetail(payload["email"], "email", 320);
  const name = parseDetail(payload["name"], "name", 200);
  parseDetail(payload["phone"], "phone", 64);
  const locale = canonicalLocale(parseDetail(payload["locale"], "locale", 35));
  const visitor: JwtVisitor = {
    verification: "jwt",
    userId,
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    claims: claimsOf([...Object.entries(payload).filter(isTold), ["sub", userId], ["user_id", userId]]),
    claimsExpireAt: new Date(exp * 1_000).toISOString(),
  };
  return { visitor, ...(locale === undefined ? {} : { locale }) };
}

/** An empty detail is one that the integrator does not know: an action that needs it must not send "". */
function isTold([claim, value]: [string, unknown]): boolean {
  return value !== "" || !DETAILS.has(claim);
}

function readSubject(payload: JWTPayload): string {
  const names = ["sub", "user_id"].filter((name) => Object.hasOwn(payload, name));
  const [subject, other = subject] = names.map((name) => parseSubject(payload[name], name));
  if (subject === undefined) {
    throw new ErrandError("identity_malformed", 'The token names nobody: give the visitor\'s id as "sub".');
  }
  if (subject === other) return subject;
  throw new ErrandError("identity_malformed", 'The token\'s "sub" and "user_id" must be equal.');
}
