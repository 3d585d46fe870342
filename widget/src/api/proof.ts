import type { IdentityProof } from "@errand/shared/wire";
import type { Identity } from "../errand.ts";

/** Answers with the visitor's proof; `isRenewable` when it is a fresh one each time. */
export interface ProofSource {
  isRenewable: boolean;
  ask: () => Promise<IdentityProof>;
}

/** Where proofs come from, as the page handed it over. */
export function toProofSource(identity: Identity): ProofSource {
  if ("getToken" in identity) {
    return { isRenewable: true, ask: async () => ({ token: await identity.getToken() }) };
  }
  if ("getIdentity" in identity) return { isRenewable: true, ask: async () => identity.getIdentity() };
  return { isRenewable: false, ask: async () => identity };
}
