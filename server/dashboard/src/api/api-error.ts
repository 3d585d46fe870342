import type { FieldError, Problem, ProblemCode } from "@errand/shared/wire";
import { inOwnWords, problemInWords } from "../words/in-own-words.ts";
import { words } from "../words/words.ts";

/** A call to the owner API that did not succeed; `status` 0 when the server could not be reached. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: ProblemCode | undefined;
  /** What is wrong where, by JSON Pointer (RFC 6901) into the request body. */
  readonly errors: FieldError[];

  constructor(problem: Partial<Problem> & { title: string; status: number }, cause?: unknown) {
    super(problemInWords(problem), cause === undefined ? undefined : { cause });
    this.status = problem.status;
    this.code = problem.code;
    this.errors = (problem.errors ?? []).map((fault) => ({ ...fault, message: inOwnWords(fault.message) }));
  }
}

/** The error that a thrown value of a call is shown as. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError({ title: words.errors.unreachable, status: 0 }, error);
}

/** Reads a problem of RFC 9457, or makes one of an answer that is none, such as a proxy's. */
export async function readProblem(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const title = words.errors.status(response.status);
  if (typeof body !== "object" || body === null) return new ApiError({ title, status: response.status });
  return new ApiError({ title, ...body, status: response.status });
}
