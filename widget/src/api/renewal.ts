import type { IdentityProof } from "@errand/shared/wire";

/** How long before its end a proof is renewed. */
const LEAD_MS = 60_000;

/** The shortest pause between two renewals, for proofs that live about as long as the lead. */
const MIN_PAUSE_MS = 5000;

/** How long to wait before a proof is renewed, in milliseconds. `expiresAt`, ISO 8601, is for one that does not say its end. */
export function renewalPause(proof: IdentityProof | undefined, expiresAt: string): number {
  const endMs = proofExpiry(proof) ?? Date.parse(expiresAt);
  return Math.max(endMs - Date.now() - LEAD_MS, MIN_PAUSE_MS);
}

/**
 * When a proof ends, in milliseconds since 1970, or undefined when it does not say (RFC 7519 §4.1.4).
 * Nothing is verified here: the server does that.
 */
function proofExpiry(proof: IdentityProof | undefined): number | undefined {
  if (!proof || !("token" in proof)) return undefined;
  try {
    const payload = proof.token.split(".")[1] ?? "";
    const { exp } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as { exp?: number };
    return exp && exp * 1000;
  } catch {
    return undefined;
  }
}
