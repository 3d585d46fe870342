import type { FieldError, Problem } from "@errand/shared/wire";
import type { ErrandError } from "../errand.ts";

/** A request that came to nothing. `message` is fit for the visitor, and may be empty. */
export interface RequestError extends ErrandError {
  /** HTTP status; 0 when no answer came. */
  status: number;
  /** `Retry-After` of the answer. */
  retryAfterSeconds: number;
  /** What is wrong where in the body. */
  errors?: FieldError[];
}

const createError = (message: string, code: RequestError["code"], status: number, retryAfterSeconds = 0) =>
  Object.assign(new Error(message), { code, status, retryAfterSeconds });

/** The error that a problem on the wire (RFC 9457) becomes. */
export async function toRequestError(response: Response): Promise<RequestError> {
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  const { title = "", code = "internal_error", errors } = problem;
  const seconds = Number(response.headers.get("retry-after")) || 0;
  return Object.assign(createError(title, code, response.status, seconds), errors && { errors });
}

/** The error for an answer that never came, or not to its end. */
export const unreachable = (): RequestError => createError("", "unreachable", 0);

/** Narrows what was caught to the error of this module; a fault of ours becomes `internal_error`. */
export function asRequestError(error: unknown): RequestError {
  return error instanceof Error && "status" in error
    ? (error as RequestError)
    : createError("", "internal_error", -1);
}
