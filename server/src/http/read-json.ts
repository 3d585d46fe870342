import express, { type RequestHandler } from "express";
import { ErrandError } from "../errors.ts";

/** More than any document has that a person wrote; what is nested deeper makes recursive readers run out of stack. */
const MAX_LEVELS = 100;

/**
 * Reads JSON bodies, of at most 256 KB unless told otherwise and of at most 100 levels; a body of another type is
 * refused with 415.
 */
export function readJson(limit = "256kb"): RequestHandler[] {
  return [
    (request, _response, next) => {
      const hasBody =
        Number(request.headers["content-length"] ?? 0) > 0 || "transfer-encoding" in request.headers;
      if (hasBody && !request.is("application/json")) {
        throw new ErrandError("unsupported_media_type", "The body must be application/json.");
      }
      next();
    },
    // The type was judged above.
    express.json({ limit, type: () => true }),
    (request, _response, next) => {
      if (isNestedDeeper(request.body, MAX_LEVELS)) {
        throw new ErrandError("invalid_request", `The body is nested deeper than ${MAX_LEVELS} levels.`);
      }
      next();
    },
  ];
}

/** Level by level, for a walk that calls itself would run out of stack as well. */
function isNestedDeeper(value: unknown, levels: number): boolean {
  let containers = isContainer(value) ? [value] : [];
  for (let level = 0; containers.length > 0; level += 1) {
    if (level >= levels) return true;
    const within: object[] = [];
    for (const container of containers)
      for (const member of Object.values(container)) if (isContainer(member)) within.push(member);
    containers = within;
  }
  return false;
}

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;
