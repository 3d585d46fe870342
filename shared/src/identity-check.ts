import type { ProblemCode, SessionResponse } from "./wire.ts";

/** The rules that a proof of identity is judged by, in the order in which they are. */
export const IDENTITY_RULES = [
  "shape",
  "algorithm",
  "key_found",
  "signature",
  "expiry",
  "not_before",
  "lifetime",
  "audience",
  "subject",
  "profile",
] as const;
export type IdentityRule = (typeof IDENTITY_RULES)[number];

/** One rule's verdict in a sentence; `ok` is null when the rule could not be judged or does not apply. */
export interface IdentityCheckLine {
  rule: IdentityRule;
  ok: boolean | null;
  detail: string;
}

interface NamedValue {
  name: string;
  value: string;
}

/** Answer of `POST /admin/v1/sites/:site/identity-check`. */
export interface IdentityCheckResult {
  /** What the visitor's own door would say. */
  valid: boolean;
  code?: ProblemCode;
  message?: string;
  checks: IdentityCheckLine[];
  visitor?: SessionResponse["visitor"];
  /** What `{{identity.…}}` can name; of a token only. */
  claims?: Record<string, unknown>;
  /** What an action that sends the visitor's identity would add to a POST. */
  receives?: { headers: NamedValue[]; body: NamedValue[] };
}
