import * as errors from "jose/errors";
import { jwtVerify } from "jose/jwt/verify";
import { ErrandError } from "../errors.ts";
import { claimsOf } from "./claims.ts";
import { findKeys, type CandidateKey, type KeySources, type SignedBy } from "./find-keys.ts";
import { readStrictJws } from "./strict-jws.ts";
import { readProfile, readSubject, TOKEN_RULES } from "./token-rules.ts";
import type { JwtVisitor } from "./visitor.ts";

const SKEW_SECONDS = 30;
const DETAILS = new Set(["email", "name", "phone", "locale"]);

/** Whom a token names, and what it was signed with. */
interface VerifiedJwt {
  visitor: JwtVisitor;
  signedBy: SignedBy;
  locale?: string;
}

interface JwtProof {
  siteId: string;
  token: string;
  sources: KeySources;
  now: Date;
}

/**
 * Verifies an identity token under one of the site's secrets or public keys, each with its own algorithm alone:
 * at most 24 hours of life, 30 s of skew.
 * @throws ErrandError with the `identity_*` code of the first rule that it breaks
 */
export async function verifyJwt({ siteId, token, sources, now }: JwtProof): Promise<VerifiedJwt> {
  const { header, payload } = readStrictJws(token);
  const { signedBy, objection } = await verifySignature(token, await findKeys(header, siteId, sources), now);
  const context = { siteId, nowSeconds: now.getTime() / 1_000 };
  for (const [, judge] of TOKEN_RULES) judge(payload, context);
  // The library judges claims too; should it refuse what our rules let pass, it is refused.
  if (objection) throw new ErrandError("identity_malformed", "The identity token is not a sound JWT.");
  return { ...toVisitor(payload), signedBy };
}

/** The key that signed the token, and what the library objects to in its claims. @throws ErrandError */
export async function verifySignature(
  token: string,
  candidates: readonly CandidateKey[],
  now: Date,
): Promise<{ signedBy: SignedBy; objection?: errors.JOSEError }> {
  for (const { signedBy, algorithm, key } of candidates) {
    try {
      await jwtVerify(token, key, {
        algorithms: [algorithm],
        requiredClaims: ["exp"],
        clockTolerance: SKEW_SECONDS,
        currentDate: now,
      });
      return { signedBy };
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed) {
        return { signedBy, objection: error };
      }
      // jose's errors may carry what they worked on, so none is kept as the cause.
      if (!(error instanceof errors.JOSEError)) throw error;
      throw new ErrandError("identity_malformed", "The identity token is not a signed JWT.");
    }
  }
  const why = candidates.every(({ algorithm }) => algorithm === "HS256")
    ? "The token's signature does not match: sign with this site's identity secret, its whole text as the key."
    : "The token's signature does not match the site's public key.";
  throw new ErrandError("identity_bad_signature", why);
}

function toVisitor(payload: Record<string, unknown>): Omit<VerifiedJwt, "signedBy"> {
  const userId = readSubject(payload);
  const { email, name, locale } = readProfile(payload);
  const exp = payload["exp"] as number;
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
