import type { Request, RequestHandler, Response } from "express";
import helmet from "helmet";

/** Sets helmet's headers on every answer. They are always the same, so helmet is asked once. */
export function securityHeaders(options: Parameters<typeof helmet>[0]): RequestHandler {
  const headers = collectHeaders(options);
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

function collectHeaders(options: Parameters<typeof helmet>[0]): [name: string, value: string][] {
  const headers = new Map<string, string>();
  const recorder = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  helmet(options)({} as Request, recorder as unknown as Response, (error?: unknown) => {
    if (error !== undefined) throw error;
  });
  return [...headers];
}
