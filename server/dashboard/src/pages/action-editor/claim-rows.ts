import type { ClaimRule } from "@errand/shared/action";
import { type Keyed, keyed } from "../../forms/rows.ts";

type ClaimValue = ClaimRule["in"][number];

/** A rule over a claim as it is typed: its values apart by commas. */
export interface ClaimRow extends Keyed {
  claim: string;
  values: string;
}

const LITERAL = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/;

/** The rows that rules are edited as. */
export function toClaimRows(rules: readonly ClaimRule[]): ClaimRow[] {
  return rules.map((rule) => keyed({ claim: rule.claim, values: rule.in.map(toText).join(", ") }));
}

/** The rules that rows stand for. */
export function toClaimRules(rows: readonly ClaimRow[]): ClaimRule[] {
  return rows.map(({ claim, values }) => ({ claim: claim.trim(), in: splitValues(values).map(toValue) }));
}

/** Text that reads as another kind of value, or holds a comma, stands in quotes. */
function toText(value: ClaimValue): string {
  const isPlain = typeof value !== "string" || !(LITERAL.test(value) || /^$|^\s|\s$|[",]/.test(value));
  return isPlain ? String(value) : JSON.stringify(value);
}

function splitValues(text: string): string[] {
  const parts = text.match(/\s*"(?:[^"\\]|\\.)*"\s*(?=,|$)|[^,]+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function toValue(text: string): ClaimValue {
  if (!LITERAL.test(text) && !/^".*"$/.test(text)) return text;
  try {
    return JSON.parse(text) as ClaimValue;
  } catch {
    return text;
  }
}
