export type EgressErrorCode =
  | "timeout"
  | "too_large"
  | "blocked_address"
  | "blocked_redirect"
  | "tls_error"
  | "network_error"
  | "definition_error";

interface EgressErrorDetails {
  /** Which rule refused the call, in words that do not change. */
  rule?: string;
  /** HTTP status of the answer, when there was one. */
  status?: number;
}

/**
 * Why a call to a typed address failed. `ownerMessage` is fit for the site's owner.
 * It carries no `cause`: the errors of sockets hold addresses, and no one is told an internal one.
 */
export class EgressError extends Error {
  override readonly name = "EgressError";
  readonly code: EgressErrorCode;
  readonly ownerMessage: string;
  readonly rule: string | undefined;
  readonly status: number | undefined;

  constructor(code: EgressErrorCode, ownerMessage: string, details: EgressErrorDetails = {}) {
    super(ownerMessage);
    this.code = code;
    this.ownerMessage = ownerMessage;
    this.rule = details.rule;
    this.status = details.status;
  }
}

/** A refusal that the operator can lift by naming the origin. */
export function blockedUnlessPrivate(rule: string, sentence: string): EgressError {
  const remedy = "Whoever runs this server may allow it by listing the origin in ERRAND_PRIVATE_ORIGINS.";
  return new EgressError("blocked_address", `${sentence} ${remedy}`, { rule });
}

/** The stable code of an error of Node or undici, such as `ECONNREFUSED`; undefined when it has none. */
export function errorCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
