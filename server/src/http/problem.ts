import type { ErrorRequestHandler, Response } from "express";
import * as z from "zod";
import type { FieldError, Problem } from "@errand/shared/wire";
import { ErrandError, toProblem } from "../errors.ts";
import { explainIssue } from "./explain-issue.ts";

z.config({ customError: explainIssue });

/** Where errors that are our own fault are written. */
interface ErrorLog {
  error(details: object, message: string): void;
  info(details: object, message: string): void;
}

/** Turns whatever a route throws into `application/problem+json` (RFC 9457); no stack leaves the process. */
export function problemHandler(log: ErrorLog): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (thrown: unknown, request, response, _next) => {
    const error = toErrandError(thrown);
    const problem = toProblem(error);
    const details = { err: thrown, method: request.method, path: request.path, code: problem.code };
    if (problem.status >= 500) log.error(details, "request failed");
    else log.info({ ...details, err: undefined, reason: problem.title }, "request refused");
    if (response.headersSent) {
      // Too late for an answer; the connection breaks off, so that nobody takes what was sent for the whole.
      response.destroy();
      return;
    }
    if (error instanceof ErrandError && error.retryAfterSeconds !== undefined) {
      response.set("Retry-After", String(error.retryAfterSeconds));
    }
    sendProblem(response, problem);
  };
}

function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
}

/** Validation and body-parser faults in our own words; anything else stays as it was thrown. */
function toErrandError(thrown: unknown): unknown {
  if (thrown instanceof ErrandError) return thrown;
  if (thrown instanceof z.ZodError) {
    const errors = toFieldErrors(thrown);
    const first = errors[0];
    const where = first?.pointer ? `${first.pointer}: ${first.message}` : first?.message;
    return new ErrandError("invalid_request", `The request is not valid. ${where ?? ""}`.trim(), { errors });
  }
  if (thrown instanceof URIError) return new ErrandError("invalid_request", "The path is not valid UTF-8.");
  return explainBodyFault(thrown) ?? thrown;
}

/** What body-parser throws carries an HTTP status; its message may repeat the body, so ours stands instead. */
function explainBodyFault(thrown: unknown): ErrandError | undefined {
  const status = thrown instanceof Error && "status" in thrown ? thrown.status : undefined;
  switch (status) {
    case 400:
      return new ErrandError("invalid_request", "The body is not valid JSON.");
    case 413:
      return new ErrandError("payload_too_large", `The body is larger than ${limitOf(thrown)} KB.`);
    case 415:
      return new ErrandError("unsupported_media_type", "The body must be JSON in UTF-8, plain or gzip.");
    default:
      return undefined;
  }
}

/** The limit that body-parser tells of, in KB. */
function limitOf(thrown: unknown): number {
  return thrown instanceof Error && "limit" in thrown ? Number(thrown.limit) / 1_024 : 256;
}

/** Faults of a schema by JSON Pointer (RFC 6901). `prefix` says where the judged value stands in the body. */
export function toFieldErrors(error: z.ZodError, prefix = ""): FieldError[] {
  return error.issues.map((issue) => ({
    pointer:
      prefix +
      issue.path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
    message: issue.message,
  }));
}
