import type { FieldError, Problem, ProblemCode } from "@errand/shared/wire";

const STATUS: Record<ProblemCode, number> = {
  identity_missing: 401,
  identity_malformed: 401,
  identity_bad_signature: 401,
  identity_expired: 401,
  identity_too_long_lived: 401,
  identity_wrong_audience: 401,
  identity_wrong_algorithm: 401,
  identity_hash_mismatch: 401,
  invalid_request: 400,
  unauthorized: 401,
  session_expired: 401,
  origin_not_allowed: 403,
  csrf_rejected: 403,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  approval_gone: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  blocked_address: 422,
  internal_error: 500,
};

interface ErrandErrorOptions {
  /** Faults by JSON Pointer, shown beside the fields they name. */
  errors?: FieldError[];
  /** Seconds after which the same request may succeed (`Retry-After`). */
  retryAfterSeconds?: number;
  /** HTTP status where the code's own one does not fit. */
  status?: number;
  /** The precise reason for the log and the owner; never sent to a browser. */
  cause?: unknown;
}

/**
 * An error with a stable code and a message fit for the caller.
 * Everything else that is thrown is a fault of ours and leaves the process as `internal_error`.
 */
export class ErrandError extends Error {
  override readonly name = "ErrandError";
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, message: string, options: ErrandErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = options.status ?? STATUS[code];
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The problem that a thrown value becomes on the wire (RFC 9457). */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof ErrandError)) {
    return {
      type: "about:blank",
      title: "Something went wrong on our side.",
      status: 500,
      code: "internal_error",
    };
  }
  return {
    type: "about:blank",
    title: error.message,
    status: error.status,
    code: error.code,
    ...(error.errors ? { errors: error.errors } : {}),
  };
}
