import type { Dispatcher, Pool } from "undici";
import type { Deadline } from "./deadline.ts";
import { EgressError, errorCodeOf } from "./egress-error.ts";

export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | string[]>;
  body: Uint8Array;
}

/** A request on its way to one pool of connections. */
export interface Exchange {
  method: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  maxResponseBytes: number;
  deadline: Deadline;
}

/** Makes one exchange. A GET is sent once more when no connection could be made, for then nothing has been sent. */
export async function exchange(pool: Pool, request: Exchange): Promise<Answer> {
  try {
    return await send(pool, request);
  } catch (error) {
    const isUnsent =
      error instanceof EgressError && error.code === "network_error" && error.rule === "connect";
    if (request.method !== "GET" || !isUnsent || request.deadline.isOver) throw error;
    return send(pool, request);
  }
}

/** Sends one request and reads its bounded answer. A redirect, an encoded or a large answer is refused unread. */
function send(pool: Pool, request: Exchange): Promise<Answer> {
  const { method, path, headers, body = null } = request;
  return new Promise((resolve, reject) => {
    pool.dispatch({ method, path, headers, body }, createReader(request, resolve, reject));
  });
}

function createReader(
  { maxResponseBytes, deadline }: Exchange,
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let head: Pick<Answer, "status" | "headers"> = { status: 0, headers: {} };
  return {
    onRequestStart(controller) {
      deadline.onOver((reason) => controller.abort(reason));
    },
    onResponseStart(controller, status, headers) {
      // Informational answers come before the real one (RFC 9110 §15.2).
      if (status < 200) return;
      head = { status, headers: headers as Answer["headers"] };
      const refusal = refuseHead(head, maxResponseBytes);
      if (refusal) controller.abort(refusal);
    },
    onResponseData(controller, chunk) {
      size += chunk.byteLength;
      if (size > maxResponseBytes) controller.abort(tooLarge(head.status, maxResponseBytes));
      else chunks.push(chunk);
    },
    onResponseEnd() {
      const [first] = chunks;
      resolve({ ...head, body: chunks.length === 1 && first ? first : Buffer.concat(chunks, size) });
    },
    onResponseError: (_controller, error) => reject(error),
  };
}

/** Why an answer is not read: a redirect, an encoding, or a length that is too large. */
export function refuseHead(
  { status, headers }: Pick<Answer, "status" | "headers">,
  maxBytes: number,
): EgressError | undefined {
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

/** The refusal of an answer that holds more than it may. */
export function tooLarge(status: number, maxBytes: number): EgressError {
  return new EgressError("too_large", `The answer is larger than ${maxBytes} bytes.`, {
    rule: "answer size",
    status,
  });
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
