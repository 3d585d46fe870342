import type * as z from "zod";
import { identityProofSchema } from "@errand/shared/session";
import { ErrandError } from "../errors.ts";
import type { Site } from "../sites/site.ts";
import type { KeySources, SignedBy } from "./find-keys.ts";
import { parseDetail, parseSubject } from "./subject.ts";
import { verifyUserHash } from "./user-hash.ts";
import { verifyJwt } from "./verify-jwt.ts";
import type { HashVisitor, JwtVisitor } from "./visitor.ts";

/** Somebody whose proof held, and what it was made with. */
export interface VerifiedVisitor {
  visitor: HashVisitor | JwtVisitor;
  signedBy: SignedBy;
  /** The token's `locale` claim, a BCP 47 tag. */
  locale?: string;
}

/** A proof to be judged. */
export interface VisitorProof {
  site: Pick<Site, "id" | "settings">;
  /** `{ token }` or `{ user_id, user_hash, user_email?, user_name? }`, as it came. */
  proof: unknown;
  sources: KeySources;
  now?: Date;
}

/**
 * The one door from a proof to a verified visitor.
 * @throws ErrandError with an `identity_*` code and a sentence for the integrator; never a step down to anonymous
 */
export async function verifyVisitor(request: VisitorProof): Promise<VerifiedVisitor> {
  const proof = parseProof(request.proof);
  const verified =
    "token" in proof ? await verifyToken(request, proof.token) : await verifyHash(request, proof);
  await touch(request.sources, verified.signedBy);
  return verified;
}

function touch({ secrets, keys }: KeySources, signedBy: SignedBy): Promise<void> {
  return "secretId" in signedBy ? secrets.touch(signedBy.secretId) : keys.touch(signedBy.keyId);
}

function verifyToken({ site, sources, now = new Date() }: VisitorProof, token: string) {
  return verifyJwt({ siteId: site.id, token, sources, now });
}

async function verifyHash({ site, sources }: VisitorProof, proof: UserHashProof): Promise<VerifiedVisitor> {
  if (site.settings.requireJwt) {
    throw new ErrandError(
      "identity_wrong_algorithm",
      "This site accepts identity tokens only, no user hashes.",
    );
  }
  const userId = proof.user_id;
  const live = await sources.secrets.live(site.id, "user_hash");
  const secretId = verifyUserHash({ userId, userHash: proof.user_hash, secrets: live });
  const declaredEmail = parseDetail(proof.user_email, "user_email", 320);
  const declaredName = parseDetail(proof.user_name, "user_name", 200);
  const visitor: HashVisitor = {
    verification: "user_hash",
    userId,
    ...(declaredEmail === undefined ? {} : { declaredEmail }),
    ...(declaredName === undefined ? {} : { declaredName }),
  };
  return { visitor, signedBy: { secretId } };
}

/** A proof by user hash as it comes, its parts strings. */
export type UserHashProof = Exclude<z.output<typeof identityProofSchema>, { token: string }>;

/** The proof in its own form. @throws ErrandError `identity_missing` or `identity_malformed` */
export function parseProof(proof: unknown): z.output<typeof identityProofSchema> {
  if (proof === undefined || proof === null) throw missing();
  if (typeof proof !== "object" || Array.isArray(proof)) {
    throw new ErrandError("identity_malformed", "A proof of identity must be an object.");
  }
  const has = (name: string): boolean => Object.hasOwn(proof, name);
  if (!has("token")) {
    if (!has("user_id") || !has("user_hash")) throw missing();
    parseSubject((proof as { user_id: unknown }).user_id, "user_id");
  }
  const parsed = identityProofSchema.safeParse(proof);
  if (parsed.success) return parsed.data;
  const why =
    "A proof is { token } or { user_id, user_hash, user_email?, user_name? }, all strings, nothing else.";
  throw new ErrandError("identity_malformed", why);
}

function missing(): ErrandError {
  const why = 'A proof of identity is missing: give "token", or "user_id" and "user_hash".';
  return new ErrandError("identity_missing", why);
}
