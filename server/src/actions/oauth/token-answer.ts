import type { GuardedResponse } from "../../egress/guarded-request.ts";
import { isHeaderText } from "../render-header.ts";
import { quote } from "../quote.ts";
import { readAnswer } from "../read-answer.ts";
import { visibleText } from "../visible-text.ts";
import { TokenError } from "./token-error.ts";

/** Lifetimes in seconds: of a token that tells none, and the longest that is believed. */
const DEFAULT_LIFETIME_S = 300;
const MAX_LIFETIME_S = 86_400;
/** Beside it the headers of a call have 16 KB together. */
const MAX_TOKEN_LENGTH = 8_192;
const MAX_REASON_LENGTH = 300;

/** An access token; `lifetimeMs` counts from the request for it. */
export interface GrantedToken {
  token: string;
  lifetimeMs: number;
}

/** Reads the answer of a token endpoint (RFC 6749 §5). @throws TokenError, with secrets taken out by `redact` */
export function readTokenAnswer(answer: GuardedResponse, redact: (text: string) => string): GrantedToken {
  const content = readAnswer(answer);
  const fields = content.kind === "json" ? toFields(content.data) : new Map<string, unknown>();
  if (answer.status < 200 || answer.status > 299) throw refused(answer.status, fields, redact);
  const token = fields.get("access_token");
  const type = fields.get("token_type");
  if (typeof token !== "string" || typeof type !== "string") {
    throw unusable("is not that of an OAuth 2 token endpoint: it has no access_token or no token_type");
  }
  if (type.toLowerCase() !== "bearer")
    throw unusable(`has the token_type ${redact(quote(type))}, but must have Bearer`);
  if (!isHeaderText(token) || token.length > MAX_TOKEN_LENGTH)
    throw unusable(`has an access_token that is longer than ${MAX_TOKEN_LENGTH} or that no header can carry`);
  return { token, lifetimeMs: readLifetime(fields.get("expires_in")) * 1_000 };
}

function toFields(data: unknown): Map<string, unknown> {
  return new Map(typeof data === "object" && data !== null ? Object.entries(data) : []);
}

function unusable(fault: string): TokenError {
  return new TokenError("definition_error", `The token endpoint's answer ${fault}.`);
}

/** RFC 6749 §5.2; a server that is overloaded or broken is no fault of the definition. */
function refused(status: number, fields: Map<string, unknown>, redact: (text: string) => string): TokenError {
  const texts = [fields.get("error"), fields.get("error_description")].filter(
    (text): text is string => typeof text === "string" && text !== "",
  );
  const reason = redact(visibleText(texts.join(": ")))
    .slice(0, MAX_REASON_LENGTH)
    .toWellFormed();
  const outcome = status >= 500 || status === 429 ? "remote_error" : "definition_error";
  const detail = reason === "" ? "" : ` (${reason})`;
  return new TokenError(outcome, `The token endpoint answered with status ${status}${detail}.`);
}

/** In seconds. Some servers write the number as text. */
function readLifetime(value: unknown): number {
  const seconds = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof seconds !== "number" || !Number.isFinite(seconds) || seconds < 0) return DEFAULT_LIFETIME_S;
  return Math.min(seconds, MAX_LIFETIME_S);
}
