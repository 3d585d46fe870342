import express, { type RequestHandler } from "express";
import { ErrandError } from "../errors.ts";

/** Reads JSON bodies, of at most 256 KB unless told otherwise; a body of another type is refused with 415. */
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
    express.json({ limit }),
  ];
}
