import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** Who an API call is made for. `forged`: an id stands there, its hash is missing or wrong. */
export type Caller =
  | { kind: "anonymous" }
  | { kind: "customer"; userId: string }
  | { kind: "forged"; userId: string };

/** `hex(HMAC-SHA256(secret, user_id))`: the one check an endpoint needs to trust a `user_id`. */
export function hashUserId(secret: string, userId: string): string {
  return createHmac("sha256", secret).update(userId).digest("hex");
}

/** The caller that the body names (`user_id`, `user_hash`), or else the headers `X-User-Id`, `X-User-Hash`. */
export function readCaller(secret: string, headers: IncomingHttpHeaders, body: object = {}): Caller {
  const { user_id: userId, user_hash: hash } = {
    user_id: headers["x-user-id"],
    user_hash: headers["x-user-hash"],
    ...body,
  };
  if (typeof userId !== "string") return { kind: "anonymous" };
  const isTrue = typeof hash === "string" && isSame(hash, hashUserId(secret, userId));
  return { kind: isTrue ? "customer" : "forged", userId };
}

/** Whether a presented secret is the expected one, in constant time for equal lengths. */
export function isSame(presented: string, expected: string): boolean {
  const [left, right] = [Buffer.from(presented), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
