import { EgressError } from "./egress-error.ts";

const METHODS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);
const MAX_HEADER_BYTES = 16_384;
const MAX_BODY_BYTES = 262_144;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const PRINTABLE = /^[\t\x20-\x7e]*$/;

/** Headers that frame the message or choose its way; the connection alone sets them. */
const FRAMING = new Set(
  "host content-length transfer-encoding connection upgrade te trailer expect keep-alive http2-settings".split(
    " ",
  ),
);

interface OutgoingRequest {
  method: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

/**
 * The headers to send: those given, with `accept-encoding: identity` in place of any other.
 * Throws `definition_error` for a method, a header or a body that no call may have.
 */
export function checkRequest({ method, headers, body }: OutgoingRequest): Record<string, string> {
  if (!METHODS.has(method))
    throw refuse(
      "method",
      `The method ${JSON.stringify(method)} is not one of GET, POST, PUT, PATCH and DELETE.`,
    );
  const given = Object.entries(headers);
  for (const [name, value] of given) checkHeader(name, value);
  const kept = given.filter(([name]) => name.toLowerCase() !== "accept-encoding");
  checkSize("headers", headerBytes(kept), MAX_HEADER_BYTES);
  checkSize("body", Buffer.byteLength(body ?? ""), MAX_BODY_BYTES);
  return { ...Object.fromEntries(kept), "accept-encoding": "identity" };
}

function checkHeader(name: string, value: string): void {
  const lower = name.toLowerCase();
  if (!TOKEN.test(name) || !PRINTABLE.test(value)) {
    throw refuse("header", `The header ${JSON.stringify(name)} holds a character that headers cannot carry.`);
  }
  if (FRAMING.has(lower) || lower.startsWith("proxy-")) {
    throw refuse("header", `The header ${name} cannot be set.`);
  }
}

function headerBytes(headers: [string, string][]): number {
  // Each line adds ": " and CRLF.
  return headers.reduce((total, [name, value]) => total + name.length + value.length + 4, 0);
}

function checkSize(part: string, bytes: number, maxBytes: number): void {
  if (bytes <= maxBytes) return;
  throw refuse(`${part} size`, `The request's ${part} may hold at most ${maxBytes} bytes.`);
}

function refuse(rule: string, sentence: string): EgressError {
  return new EgressError("definition_error", sentence, { rule });
}
