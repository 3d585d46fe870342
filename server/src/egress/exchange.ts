import type { Dispatcher, Pool } from "undici";
import { readBounded } from "./bounded-read.ts";
import { EgressError, errorCodeOf } from "./egress-error.ts";

export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | string[]>;
  body: Uint8Array;
}

interface Exchange {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  maxResponseBytes: number;
  signal: AbortSignal;
}

type Response = Dispatcher.ResponseData;

/** Sends one request and reads its bounded answer. A redirect, an encoded or a large answer is refused unread. */
export async function exchange(pool: Pool, request: Exchange): Promise<Answer> {
  const response = await send(pool, request);
  const onTooLarge = () => tooLarge(response.statusCode, request.maxResponseBytes);
  const refusal = refuseHead(response, request.maxResponseBytes);
  if (refusal) {
    response.body.on("error", () => {}).destroy();
    throw refusal;
  }
  const body = await readBounded(response.body, request.maxResponseBytes, onTooLarge);
  return { status: response.statusCode, headers: definedHeaders(response), body };
}

/** A GET is sent once more when no connection could be made, for then nothing has been sent. */
async function send(pool: Pool, request: Exchange): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const options: Dispatcher.RequestOptions = {
    path: pathname + search,
    method: request.method,
    headers: request.headers,
    body: request.body ?? null,
    signal: request.signal,
  };
  try {
    return await pool.request(options);
  } catch (error) {
    const isUnsent =
      error instanceof EgressError && error.code === "network_error" && error.rule === "connect";
    if (request.method !== "GET" || !isUnsent || request.signal.aborted) throw error;
    return pool.request(options);
  }
}

function refuseHead({ statusCode: status, headers }: Response, maxBytes: number): EgressError | undefined {
  if (status >= 300 && status < 400 && headers["location"] !== undefined) {
    const sentence = `The endpoint answered with a redirect (${status}), which is not followed.`;
    return new EgressError("blocked_redirect", sentence, { rule: "redirect", status });
  }
  const encoding = String(headers["content-encoding"] ?? "identity").toLowerCase();
  if (encoding !== "identity") {
    const sentence = "The endpoint sent an encoded answer although only identity was accepted.";
    return new EgressError("network_error", sentence, { rule: "content encoding", status });
  }
  return Number(headers["content-length"] ?? 0) > maxBytes ? tooLarge(status, maxBytes) : undefined;
}

function tooLarge(status: number, maxBytes: number): EgressError {
  return new EgressError("too_large", `The answer is larger than ${maxBytes} bytes.`, {
    rule: "answer size",
    status,
  });
}

function definedHeaders({ headers }: Response): Answer["headers"] {
  const defined = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(defined);
}

/** What the failure of a call is for its owner. What is neither Node's nor undici's error stays as it is. */
export function toEgressError(error: unknown, host: string): unknown {
  const code = isParserError(error) ? "malformed HTTP" : errorCodeOf(error);
  if (error instanceof EgressError || code === undefined) return error;
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    return new EgressError("too_large", "The answer's headers are larger than 16 KB.", {
      rule: "header size",
    });
  }
  const sentence = `The connection to ${host} broke off before its answer was whole (${code}).`;
  return new EgressError("network_error", sentence, { rule: code });
}

/** undici's parser names its errors by what is wrong, under one class. */
function isParserError(error: unknown): boolean {
  return error instanceof Error && error.name === "HTTPParserError";
}
