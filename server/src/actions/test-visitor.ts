import type { TestVisitor } from "@errand/shared/action-test";
import { claimsOf } from "../identity/claims.ts";
import type { Visitor } from "../identity/visitor.ts";

const LIFETIME_MS = 3_600_000;

/** The visitor that an owner tries an action as: as if the proof had just been given. */
export function toTestVisitor(visitor: TestVisitor, now: Date): Visitor {
  if (visitor.verification === "anonymous") return { verification: "anonymous", key: "test" };
  const { user_id: userId } = visitor;
  if (visitor.verification === "user_hash") {
    const { user_email: declaredEmail, user_name: declaredName } = visitor;
    return {
      verification: "user_hash",
      userId,
      ...(declaredEmail === undefined ? {} : { declaredEmail }),
      ...(declaredName === undefined ? {} : { declaredName }),
    };
  }
  const claims = {
    ...(visitor.user_email === undefined ? {} : { email: visitor.user_email }),
    ...(visitor.user_name === undefined ? {} : { name: visitor.user_name }),
    ...visitor.claims,
  };
  const { email, name } = claims;
  return {
    verification: "jwt",
    userId,
    ...(typeof email === "string" ? { email } : {}),
    ...(typeof name === "string" ? { name } : {}),
    claims: claimsOf([...Object.entries(claims), ["sub", userId], ["user_id", userId]]),
    claimsExpireAt: new Date(now.getTime() + LIFETIME_MS).toISOString(),
  };
}
