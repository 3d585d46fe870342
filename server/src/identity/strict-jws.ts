import { ErrandError } from "../errors.ts";
import { findDuplicateMember } from "./duplicate-member.ts";

const MAX_LENGTH = 8_192;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Header members by which a token would bring its own key (RFC 7515 §4.1.2 to §4.1.6). */
const KEY_MEMBERS = ["jku", "jwk", "x5u", "x5c"];

/** The parts of a token's header that may be looked at before its signature is verified. */
export interface JwsHeader {
  alg: unknown;
  kid: string | undefined;
}

/** A token that is well formed and proves nothing yet. */
export interface StrictJws {
  header: JwsHeader;
  payload: Record<string, unknown>;
}

/**
 * Judges the form of a compact JWS (RFC 7515 §7.1) by rules that JOSE libraries leave out: at most 8 KB, three
 * canonical base64url parts, JSON objects without duplicate members, no `crit`, no key in the header.
 * Nothing of the token is trusted yet.
 * @throws ErrandError `identity_malformed` or `identity_missing`
 */
export function readStrictJws(token: string): StrictJws {
  if (token === "") throw new ErrandError("identity_missing", "The identity token is empty.");
  if (token.length > MAX_LENGTH) throw malformed(`is longer than ${MAX_LENGTH} bytes`);
  const [header, payload, signature, ...rest] = token.split(".");
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) {
    throw malformed("must have three parts with dots between them, as a signed JWT has");
  }
  decodePart(signature, "signature");
  const claims = parseObject(decodePart(payload, "payload"), "payload");
  return { header: judgeHeader(parseObject(decodePart(header, "header"), "header")), payload: claims };
}

function judgeHeader(header: Record<string, unknown>): JwsHeader {
  if (Object.hasOwn(header, "crit")) throw malformed('must not have "crit" in its header');
  const member = KEY_MEMBERS.find((name) => Object.hasOwn(header, name));
  if (member) throw malformed(`must not bring a key: leave "${member}" out of its header`);
  const kid = Object.hasOwn(header, "kid") ? header["kid"] : undefined;
  if (kid !== undefined && typeof kid !== "string") throw malformed('must have a string as "kid"');
  return { alg: header["alg"], kid };
}

function decodePart(part: string, name: string): Buffer {
  const bytes = Buffer.from(part, "base64url");
  if (bytes.toString("base64url") !== part) throw malformed(`has a ${name} that is not canonical base64url`);
  return bytes;
}

function parseObject(bytes: Buffer, name: string): Record<string, unknown> {
  const { text, value } = parseJson(bytes, name);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw malformed(`has a ${name} that is not a JSON object`);
  }
  const twice = findDuplicateMember(text);
  if (twice !== undefined) throw malformed(`has "${twice.slice(0, 64)}" twice in its ${name}`);
  return value as Record<string, unknown>;
}

function parseJson(bytes: Buffer, name: string): { text: string; value: unknown } {
  try {
    const text = UTF8.decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    throw malformed(`has a ${name} that is not JSON in UTF-8`);
  }
}

function malformed(why: string): ErrandError {
  return new ErrandError("identity_malformed", `The identity token ${why}.`);
}
