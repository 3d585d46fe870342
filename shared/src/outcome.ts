/** The bounded, typed result of a run. */

export const OUTCOME_CODES = [
  "ok",
  "remote_error",
  "timeout",
  "too_large",
  "blocked_address",
  "blocked_redirect",
  "tls_error",
  "network_error",
  "invalid_arguments",
  "identity_required",
  "not_approved",
  "definition_error",
] as const;

/** Why a run ended as it did. `ok` and `remote_error` are the only ones with an answer. */
export type OutcomeCode = (typeof OUTCOME_CODES)[number];

/** Where a run stands in the ledger. `unknown`: it was in flight when the server died. */
export type RunStatus = "started" | "succeeded" | "failed" | "unknown";

/** What the model is told of a run: the class of a failure, never an internal address or a secret. */
export interface ModelOutcome {
  outcome: OutcomeCode | "unknown";
  /** HTTP status of the endpoint's answer. */
  status?: number;
  /** The answer, parsed when it was JSON, trimmed by structure to at most 20 KB. */
  data?: unknown;
  /** What went wrong and what would be right, in English. */
  message?: string;
}
