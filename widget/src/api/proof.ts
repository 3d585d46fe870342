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

/**
 * When a proof ends, in milliseconds since 1970, or undefined when it does not say (RFC 7519 §4.1.4).
 * Nothing is verified here: the server does that.
 */
export function proofExpiry(proof: IdentityProof | undefined): number | undefined {
  if (!proof || !("token" in proof)) return undefined;
  try {
    const payload = proof.token.split(".")[1] ?? "";
    const { exp } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as { exp?: number };
    return exp && exp * 1000;
  } catch {
    return undefined;
  }
}
