import type { ModelOutcome, OutcomeCode } from "@errand/shared/outcome";

/** What the model is told of each class of failure; the precise reason is the owner's. */
const TOLD: Record<Exclude<OutcomeCode, "ok" | "remote_error">, string> = {
  timeout: "The service did not answer in time.",
  too_large: "The service's answer was too large to read.",
  blocked_address: "The service's address may not be called; the site's owner has to look into it.",
  blocked_redirect:
    "The service answered with a redirect, which is not followed; the site's owner has to look into it.",
  tls_error: "No secure connection to the service could be made.",
  network_error: "The connection to the service failed.",
  invalid_arguments: "The arguments do not fit.",
  identity_required: "This needs a visitor whose identity is proved: ask them to sign in on this site.",
  not_approved: "The visitor did not approve this call.",
  definition_error: "This action is not set up correctly; the site's owner has to look into it.",
};
/** After these a request may have arrived all the same. */
const UNCERTAIN = new Set<OutcomeCode>(["timeout", "too_large", "network_error", "blocked_redirect"]);

/** A run that failed without an answer, as the model is told of it. */
export function tellFailure(
  code: keyof typeof TOLD,
  options: { detail?: string; sentChange?: boolean } = {},
): ModelOutcome {
  const isUncertain = options.sentChange === true && UNCERTAIN.has(code);
  const doubt = isUncertain
    ? " Nobody knows whether the change took effect: say so, and do not repeat the call."
    : "";
  return { outcome: code, message: (options.detail ?? TOLD[code]) + doubt };
}
