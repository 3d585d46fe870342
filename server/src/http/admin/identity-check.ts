import type { IdentityCheckResult } from "@errand/shared/identity-check";
import { identityFields } from "../../actions/identity-fields.ts";
import { ErrandError } from "../../errors.ts";
import { explainProof } from "../../identity/explain-proof.ts";
import { computeUserHash } from "../../identity/user-hash.ts";
import { verifyVisitor, type VerifiedVisitor, type VisitorProof } from "../../identity/verify-visitor.ts";
import { toVisitorView } from "../../identity/visitor.ts";

const SHOWN_CHARACTERS = 8;

/** What the visitor's door would say to a proof, why by every rule, and what an action would be told. */
export async function checkIdentity(request: VisitorProof & { now: Date }): Promise<IdentityCheckResult> {
  const untouched = withoutTouch(request);
  const checks = await explainProof(untouched);
  try {
    const verified = await verifyVisitor(untouched);
    return { valid: true, checks, ...(await tellVisitor(request, verified)) };
  } catch (error) {
    if (!(error instanceof ErrandError)) throw error;
    return { valid: false, code: error.code, message: error.message, checks };
  }
}

/** A check is no use: the owner reads "last used" to learn whether a key may go. */
function withoutTouch<Request extends VisitorProof>(request: Request): Request {
  const { secrets, keys, keySets } = request.sources;
  const touch = async (): Promise<void> => {};
  const sources = { secrets: { live: secrets.live, touch }, keys: { live: keys.live, touch }, keySets };
  return { ...request, sources };
}

async function tellVisitor(
  { site, sources, now }: VisitorProof & { now: Date },
  { visitor }: VerifiedVisitor,
): Promise<Pick<IdentityCheckResult, "visitor" | "claims" | "receives">> {
  const [newest] = await sources.secrets.live(site.id, "user_hash");
  const fields = identityFields({
    visitor,
    userHash: newest && mask(computeUserHash(newest.secret, visitor.userId)),
    sendsDeclared: site.settings.sendDeclaredFields,
    method: "POST",
    now,
  });
  return {
    visitor: toVisitorView(visitor),
    ...(visitor.verification === "jwt" ? { claims: { ...visitor.claims } } : {}),
    receives: {
      headers: Object.entries(fields.headers).map(([name, value]) => ({ name, value })),
      body: fields.body.map(([name, value]) => ({ name, value })),
    },
  };
}

/** A hash proves its id for good, which the token that was pasted may not: it is not handed out in return. */
const mask = (hash: string): string => `${hash.slice(0, SHOWN_CHARACTERS)}…`;
