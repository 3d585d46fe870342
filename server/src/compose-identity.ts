import type { Sealer } from "./credentials/seal.ts";
import { EgressError } from "./egress/egress-error.ts";
import type { Egress } from "./egress/guarded-request.ts";
import { createKeySets } from "./identity/key-sets.ts";
import type { AdminDependencies } from "./http/admin/dependencies.ts";
import { createIdentityKeyStore } from "./sites/identity-key-store.ts";
import { createIdentitySecretStore } from "./sites/identity-secret-store.ts";
import type { Database } from "./storage/database.ts";

const TIMEOUT_MS = 5_000;
const MAX_SET_BYTES = 131_072;

interface IdentityGround {
  database: Database;
  sealer: Pick<Sealer, "seal" | "open">;
  egress: Pick<Egress, "request">;
}

/** What visitors' proofs are verified with. */
export function composeIdentity({ database, sealer, egress }: IdentityGround): AdminDependencies["identity"] {
  const readKeySet = createKeySetReader(egress);
  return {
    secrets: createIdentitySecretStore(database, sealer),
    keys: createIdentityKeyStore(database),
    keySets: createKeySets({ read: readKeySet }),
    readKeySet,
  };
}

/** Reads a JWKS at an address that the owner typed. */
function createKeySetReader(egress: Pick<Egress, "request">): AdminDependencies["identity"]["readKeySet"] {
  return async ({ siteId, url }) => {
    const headers = { accept: "application/jwk-set+json, application/json" };
    const limits = { timeoutMs: TIMEOUT_MS, maxResponseBytes: MAX_SET_BYTES };
    const answer = await egress
      .request({ poolKey: siteId, method: "GET", url, headers, ...limits })
      .catch((error: unknown) => {
        throw error instanceof EgressError ? new Error(error.ownerMessage, { cause: error }) : error;
      });
    if (answer.status !== 200) throw new Error(`The address answered with status ${answer.status}.`);
    return new TextDecoder().decode(answer.body);
  };
}
