import { sendsBody } from "@errand/shared/request-body";
import { claimsAt } from "../identity/claims.ts";
import type { Visitor } from "../identity/visitor.ts";
import { isHeaderText } from "./render-header.ts";

/** Who the visitor is, as an endpoint is told. */
interface IdentityFields {
  /** The body's first fields, in this order. */
  body: [name: string, value: string][];
  headers: Record<string, string>;
}

interface IdentitySources {
  visitor: Visitor;
  /** HMAC of the id under the site's newest `user_hash` secret, when it has one. */
  userHash?: string | undefined;
  /** Whether an e-mail that is only declared is told. */
  sendsDeclared: boolean;
  method: string;
  now: Date;
}

const NONE: IdentityFields = { body: [], headers: {} };

/**
 * What an endpoint is told of a verified visitor; nothing of an anonymous one.
 * An e-mail that is only declared goes into the body, but not into `X-User-Verified`.
 */
export function identityFields(sources: IdentitySources): IdentityFields {
  const { visitor, userHash } = sources;
  if (visitor.verification === "anonymous") return NONE;
  const provedEmail = findProvedEmail(visitor, sources.now);
  const email = findDeclaredEmail(sources) ?? provedEmail;
  const fields = { user_id: visitor.userId, user_email: email, user_hash: userHash };
  const body = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  const verified = provedEmail === undefined ? "user_id" : "user_id, user_email";
  return { body, headers: identityHeaders(sources, visitor.userId, verified) };
}

function findDeclaredEmail({ visitor, sendsDeclared }: IdentitySources): string | undefined {
  return sendsDeclared && visitor.verification === "user_hash" ? visitor.declaredEmail : undefined;
}

/** The e-mail is a claim, and no claim outlives its token. */
function findProvedEmail(visitor: Visitor, now: Date): string | undefined {
  if (visitor.verification !== "jwt") return undefined;
  return Object.hasOwn(claimsAt(visitor, now), "email") ? visitor.email : undefined;
}

/**
 * An id that a header cannot carry unchanged (not printable ASCII, or with outer spaces) goes into the body alone:
 * encoded it would be another id, and its hash would not match.
 */
function identityHeaders(sources: IdentitySources, userId: string, verified: string): Record<string, string> {
  const proof = { "X-User-Verified": verified };
  if (!isHeaderText(userId)) return sendsBody(sources.method) ? proof : {};
  const hash = sources.userHash === undefined ? {} : { "X-User-Hash": sources.userHash };
  return { "X-User-Id": userId, ...hash, ...proof };
}
