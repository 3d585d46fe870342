import type { Migration, MigrationProvider } from "kysely/migration";
import { createFirstTables } from "./migrations/001-first.ts";
import { createProofTables } from "./migrations/002-call-proofs.ts";
import { addAccessTokens } from "./migrations/003-access-tokens.ts";
import { createIdentityKeys } from "./migrations/004-identity-keys.ts";
import { addTurnTables } from "./migrations/005-turns.ts";
import { addModelVendor } from "./migrations/005b-model-vendor.ts";
import { createEvals } from "./migrations/006-evals.ts";
import { addOwnerSide } from "./migrations/007-owner.ts";
import { addFirstSteps } from "./migrations/008-first-steps.ts";
import { addTurnClaims } from "./migrations/009-turn-claims.ts";
import { addTurnTokens } from "./migrations/010-turn-tokens.ts";
import { indexRunsUnderWay } from "./migrations/011-runs-under-way.ts";

const migrations: Record<string, Migration> = {
  "001_first": { up: createFirstTables },
  "002_call_proofs": { up: createProofTables },
  "003_access_tokens": { up: addAccessTokens },
  "004_identity_keys": { up: createIdentityKeys },
  "005_turns": { up: addTurnTables },
  "005b_model_vendor": { up: addModelVendor },
  "006_evals": { up: createEvals },
  "007_owner": { up: addOwnerSide },
  "008_first_steps": { up: addFirstSteps },
  "009_turn_claims": { up: addTurnClaims },
  "010_turn_tokens": { up: addTurnTokens },
  "011_runs_under_way": { up: indexRunsUnderWay },
};

/** The migrations in the order of their names; a released one is never changed. */
export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations };
