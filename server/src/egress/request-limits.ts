import { rememberByText } from "../remember.ts";
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
  /** Default 256 KiB. */
  maxRequestBytes?: number;
}

/**
 * The headers to send: those given, with `accept-encoding: identity` in place of any other.
 * Throws `definition_error` for a method, a header or a body that no call may have.
 */
export function checkRequest({
  method,
  headers,
  body,
  maxRequestBytes = MAX_BODY_BYTES,
}: OutgoingRequest): Record<string, string> {
  if (!METHODS.has(method))
    throw refuse(
      "method",
      `The method ${JSON.stringify(method)} is not one of GET, POST, PUT, PATCH and DELETE.`,
    );
  const kept: Record<string, string> = {};
  let headerBytes = 0;
  for (const name of Object.keys(headers)) {
    const value = headers[name] ?? "";
    const fault = faultOf(name, value);
    if (fault) throw refuse("header", fault);
    if (lowerCase(name) === "accept-encoding") continue;
    kept[name] = value;
    // Each line adds ": " and CRLF.
    headerBytes += name.length + value.length + 4;
  }
  kept["accept-encoding"] = "identity";
  checkSize("headers", headerBytes, MAX_HEADER_BYTES);
  checkSize(
    "body",
    typeof body === "string" ? Buffer.byteLength(body) : (body?.byteLength ?? 0),
    maxRequestBytes,
  );
  return kept;
}

function faultOf(name: string, value: string): string | undefined {
  if (!isToken(name) || !PRINTABLE.test(value))
    return `The header ${JSON.stringify(name)} holds a character that headers cannot carry.`;
  return isFraming(name) ? `The header ${name} cannot be set.` : undefined;
}

/** The same few names come with every call. */
const isToken = rememberByText((name) => TOKEN.test(name));
const lowerCase = rememberByText((name) => name.toLowerCase());
const isFraming = rememberByText(
  (name) => FRAMING.has(lowerCase(name)) || lowerCase(name).startsWith("proxy-"),
);

function checkSize(part: string, bytes: number, maxBytes: number): void {
  if (bytes <= maxBytes) return;
  throw refuse(`${part} size`, `The request's ${part} may hold at most ${maxBytes} bytes.`);
}

function refuse(rule: string, sentence: string): EgressError {
  return new EgressError("definition_error", sentence, { rule });
}
