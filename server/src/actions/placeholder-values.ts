import { claimOf } from "@errand/shared/template";
import { claimsAt } from "../identity/claims.ts";
import type { Visitor } from "../identity/visitor.ts";
import { quote } from "./quote.ts";
import { RunRefusal } from "./run-refusal.ts";

/** What a placeholder stands for in one run. */
export interface PlaceholderValue {
  value: unknown;
  /** The refusal of the run because a place cannot hold this value; `reason` ends the sentence. */
  refuse(reason: string): RunRefusal;
}

/** Finds a placeholder's value. @throws RunRefusal when it has none */
export type ValueOf = (placeholder: string) => PlaceholderValue;

/** Where placeholders take their values from. */
export interface PlaceholderSources {
  arguments: Record<string, unknown>;
  visitor: Visitor;
  /** BCP 47 tag. */
  locale: string;
  conversationId?: string | undefined;
  now: Date;
}

/** Values by placeholder. The names of claims have a prefix that no parameter can have, so none is shadowed. */
export function createValueOf(sources: PlaceholderSources): ValueOf {
  return (placeholder) => {
    const claim = claimOf(placeholder);
    if (claim !== undefined) return claimValue(sources, claim);
    if (placeholder === "locale") return builtInValue(placeholder, sources.locale);
    if (placeholder === "conversation.id") return builtInValue(placeholder, sources.conversationId);
    return argumentValue(sources.arguments, placeholder);
  };
}

function argumentValue(args: Record<string, unknown>, name: string): PlaceholderValue {
  if (!Object.hasOwn(args, name)) throw new RunRefusal("invalid_arguments", `"${name}" is missing.`);
  const value = args[name];
  const refuse = (reason: string) =>
    new RunRefusal("invalid_arguments", `"${name}" is ${quote(value)}, which ${reason}.`);
  return { value, refuse };
}

function builtInValue(placeholder: string, value: string | undefined): PlaceholderValue {
  const refuse = (reason: string) =>
    new RunRefusal("definition_error", `{{${placeholder}}} has a value that ${reason}.`);
  if (value === undefined) throw refuse("is not known here");
  return { value, refuse };
}

/** A claim's value is never quoted: refusals are read by the owner, claims belong to the visitor. */
function claimValue({ visitor, now }: PlaceholderSources, claim: string): PlaceholderValue {
  const missing = (why: string) => new RunRefusal("identity_required", `{{identity.${claim}}}: ${why}.`);
  if (visitor.verification !== "jwt") throw missing("only a visitor with a signed token has claims");
  const claims = claimsAt(visitor, now);
  const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  if (typeof value !== "string" || value === "" || !value.isWellFormed()) {
    throw missing("the visitor's token has expired, has no such claim, or has one that is not a text");
  }
  const refuse = (reason: string) =>
    new RunRefusal("definition_error", `The visitor's claim "${claim}" has a value that ${reason}.`);
  return { value, refuse };
}

/** A value as text. @throws RunRefusal for a list or an object */
export function textOf({ value, refuse }: PlaceholderValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw refuse("is a list or an object and cannot stand inside a text");
}
