import { isSignedIn, type Claims, type JwtVisitor } from "./visitor.ts";

/** Claims in an object without a prototype, so that none is found that nobody signed. */
export function claimsOf(entries: Iterable<readonly [string, unknown]>): Claims {
  const claims = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of entries) claims[name] = value;
  return claims;
}

/** The visitor's claims at a moment: none from the token's `exp` on. */
export function claimsAt(visitor: JwtVisitor, now: Date): Claims {
  return isSignedIn(visitor, now) ? visitor.claims : claimsOf([]);
}
