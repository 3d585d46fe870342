import type { VisitorRecord } from "@errand/shared/conversation-view";
import type { SessionResponse } from "@errand/shared/wire";

/** Verified claims of a JWT, in a null-prototype object. */
export type Claims = Readonly<Record<string, unknown>>;

/** Somebody who proved nothing. `key` is random and ties one browser's conversations together. */
export interface AnonymousVisitor {
  verification: "anonymous";
  key: string;
}

/** Somebody whose id a user hash proved; e-mail and name are only declared. */
export interface HashVisitor {
  verification: "user_hash";
  userId: string;
  declaredEmail?: string;
  declaredName?: string;
}

/** Somebody whom a signed token named. `claims` hold until `claimsExpireAt` (ISO 8601 UTC). */
export interface JwtVisitor {
  verification: "jwt";
  userId: string;
  email?: string;
  name?: string;
  claims: Claims;
  claimsExpireAt: string;
}

/** The person at the widget. Only the `jwt` member has claims, so a reference to one fails closed by type. */
export type Visitor = AnonymousVisitor | HashVisitor | JwtVisitor;

/** Whose conversations these are, in one site: two proofs of the same id share them. */
export function visitorKey(visitor: Visitor): string {
  return visitor.verification === "anonymous" ? `anonymous:${visitor.key}` : `user:${visitor.userId}`;
}

/** The visitor as the browser may know them. */
export function toVisitorView(visitor: Visitor): SessionResponse["visitor"] {
  if (visitor.verification === "anonymous") return { verification: "anonymous" };
  const isHash = visitor.verification === "user_hash";
  const email = isHash ? visitor.declaredEmail : visitor.email;
  const name = isHash ? visitor.declaredName : visitor.name;
  return {
    verification: visitor.verification,
    user_id: visitor.userId,
    ...(name === undefined ? {} : { user_name: name }),
    ...(email === undefined ? {} : { user_email: email }),
  };
}

/** All that is kept of the visitor, as its owner may have it. */
export function toVisitorRecord(visitor: Visitor): VisitorRecord {
  const view = toVisitorView(visitor);
  if (visitor.verification !== "jwt") return view;
  const { claims, claimsExpireAt } = visitor;
  return { ...view, claims, claimsExpireAt };
}

/** Whether somebody's proof still holds; who gave none, or whose token has ended, may sign in. */
export function isSignedIn(visitor: Visitor, now: Date): boolean {
  if (visitor.verification === "anonymous") return false;
  return visitor.verification === "user_hash" || now.toISOString() < visitor.claimsExpireAt;
}
