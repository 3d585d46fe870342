import type { IncomingHttpHeaders } from "node:http";
import type { Caller } from "./caller.ts";

/** A call as the order API saw it and answered it. */
export interface ReceivedRequest {
  id: number;
  /** ISO 8601 UTC. */
  at: string;
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  caller: Caller["kind"];
  status: number;
}

/** What the order API received, oldest first. */
export interface RequestLog {
  entries: ReceivedRequest[];
  add: (request: Omit<ReceivedRequest, "id" | "at">) => void;
  /** Hears of every new entry until the answered function is called. */
  listen: (listener: (request: ReceivedRequest) => void) => () => void;
}

const KEPT = 100;
const CREDENTIALS = ["authorization", "x-api-key"];

export function createRequestLog(): RequestLog {
  const entries: ReceivedRequest[] = [];
  const listeners = new Set<(request: ReceivedRequest) => void>();
  let count = 0;
  return {
    entries,
    add: (request) => {
      count += 1;
      const entry = { id: count, at: new Date().toISOString(), ...request };
      entries.push(entry);
      if (entries.length > KEPT) entries.shift();
      for (const listener of listeners) listener(entry);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The entry as the shop's page may show it: of a credential only its end. */
export function maskCredentials(request: ReceivedRequest): ReceivedRequest {
  const headers = { ...request.headers };
  for (const name of CREDENTIALS) {
    const value = headers[name];
    if (typeof value === "string") headers[name] = `…${value.slice(-4)}`;
  }
  return { ...request, headers };
}
