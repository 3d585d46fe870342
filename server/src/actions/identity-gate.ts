import type { Action } from "@errand/shared/action";
import { templatePlaces } from "@errand/shared/action-check";
import type { ClaimRule } from "@errand/shared/action-shape";
import { claimOf, placeholdersOf } from "@errand/shared/template";
import { claimsAt } from "../identity/claims.ts";
import type { Claims, Visitor } from "../identity/visitor.ts";

/** Why this visitor may not have the action run, for its owner; undefined when they may. */
export function findIdentityFault(
  { requireVerifiedIdentity, claimRules }: Pick<Action, "requireVerifiedIdentity" | "claimRules">,
  visitor: Visitor,
  now: Date,
): string | undefined {
  if (!requireVerifiedIdentity) return undefined;
  if (visitor.verification === "anonymous") {
    return "The action requires a verified visitor; this one proved nothing.";
  }
  const claims = liveClaims(visitor, now);
  const broken = claimRules.find((rule) => !isMet(rule, claims));
  if (broken === undefined) return undefined;
  const wanted = broken.in.map((value) => JSON.stringify(value)).join(" or ");
  return `The action is for visitors whose signed claim "${broken.claim}" is ${wanted}.`;
}

/**
 * Whether the model is offered the action for this visitor: who may not have it run is not, and neither is somebody
 * without a claim that its request mentions.
 */
export function isOpenTo(action: Action, visitor: Visitor, now: Date): boolean {
  if (findIdentityFault(action, visitor, now) !== undefined) return false;
  if (!action.requireVerifiedIdentity) return true;
  const claims = liveClaims(visitor, now);
  return mentionedClaims(action).every((claim) => typeof valueOf(claims, claim) === "string");
}

function mentionedClaims(action: Action): string[] {
  const placeholders = templatePlaces(action).flatMap(({ text }) => placeholdersOf(text));
  return placeholders.flatMap((placeholder) => claimOf(placeholder) ?? []);
}

function liveClaims(visitor: Visitor, now: Date): Claims {
  return visitor.verification === "jwt" ? claimsAt(visitor, now) : {};
}

function valueOf(claims: Claims, claim: string): unknown {
  return Object.hasOwn(claims, claim) ? claims[claim] : undefined;
}

/** A list meets a rule when one of its members does. Types count: "1" is not 1. */
function isMet({ claim, in: allowed }: ClaimRule, claims: Claims): boolean {
  const value = valueOf(claims, claim);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.some((each) => allowed.some((one) => one === each));
}
