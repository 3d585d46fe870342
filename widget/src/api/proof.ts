import type { IdentityProof } from "@errand/shared/wire";
import type { Identity } from "../errand.ts";

/** Answers with the visitor's proof; `isRenewable` when it is a fresh one each time. */
export interface ProofSource {
  isRenewable: boolean;
  ask: () => Promise<IdentityProof>;
}

type Given = IdentityProof & {
  getToken?: () => Promise<string>;
  getIdentity?: () => Promise<IdentityProof>;
};

/** Where proofs come from, as the page handed it over; what is none, the server refuses. */
export function toProofSource(identity?: Identity): ProofSource {
  const given = (identity ?? {}) as Given;
  return {
    isRenewable: !!(given.getToken ?? given.getIdentity),
    ask: async () =>
      given.getToken ? { token: await given.getToken() } : ((await given.getIdentity?.()) ?? given),
  };
}
