import { identityProofSchema } from "@errand/shared/session";
import { ErrandError } from "../errors.ts";
import type { IdentitySecretStore } from "../sites/identity-secret-store.ts";
import type { Site } from "../sites/site.ts";
import { parseDetail, parseSubject } from "./subject.ts";
import { verifyUserHash } from "./user-hash.ts";
import { verifyJwt } from "./verify-jwt.ts";
import type { HashVisitor, JwtVisitor } from "./visitor.ts";

/** Somebody whose proof held, and the identity secret that it was made with. */
export interface VerifiedVisitor {
  visitor: HashVisitor | JwtVisitor;
  secretId: string;
  /** The token's `locale` claim, a BCP 47 tag. */
  locale?: string;
}

interface VisitorProof {
  site: Pick<Site, "id" | "settings">;
  /** `{ token }` or `{ user_id, user_hash, user_email?, user_name? }`, as it came. */
  proof: unknown;
  secrets: Pick<IdentitySecretStore, "live" | "touch">;
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
  await request.secrets.touch(verified.secretId);
  return verified;
}

async function verifyToken({ site, secrets, now = new Date() }: VisitorProof, token: string) {
  return verifyJwt({ siteId: site.id, token, secrets: await secrets.live(site.id, "jwt"), now });
}

async function verifyHash(
  { site, secrets }: VisitorProof,
  proof: Exclude<ReturnType<typeof parseProof>, { token: string }>,
): Promise<VerifiedVisitor> {
  if (site.settings.requireJwt) {
    throw new ErrandError(
      "identity_wrong_algorithm",
      "This site accepts identity tokens only, no user hashes.",
    );
  }
  const userId = proof.user_id;
  const live = await secrets.live(site.id, "user_hash");
  const secretId = verifyUserHash({ userId, userHash: proof.user_hash, secrets: live });
  const declaredEmail = parseDetail(proof.user_email, "user_email", 320);
  const declaredName = parseDetail(proof.user_name, "user_name", 200);
  const visitor: HashVisitor = {
    verification: "user_hash",
    userId,
    ...(declaredEmail === undefined ? {} : { declaredEmail }),
    ...(declaredName === undefined ? {} : { declaredName }),
  };
  return { visitor, secretId };
}

function parseProof(proof: unknown) {
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
