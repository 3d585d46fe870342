import type { z } from "zod";

/** Names of members, and what stands for an option, are shown up to this many characters. */
const MAX_SHOWN = 60;

/** The JSON types and zod's own, as they are called in a sentence. */
const TYPES = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["tuple", "a list"],
  ["object", "an object"],
  ["record", "an object"],
  ["null", "null"],
]);

/** Formats of a text, and what such a text is called. One that is not named here has a sentence of its own. */
const FORMATS = new Map([
  ["email", "an e-mail address"],
  ["url", "a URL"],
  ["uuid", "a UUID"],
  ["datetime", "a date and time such as 2026-05-04T10:00:00Z"],
  ["date", "a date such as 2026-05-04"],
]);

/**
 * What is wrong with a value and what would be right, for faults that a schema has no sentence of its own for: "must be
 * a whole number, but is 1.5". Free texts may be secrets, so that only their length is told.
 */
export function explainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return `is missing; it must be ${typeName(issue.expected)}`;
      return `must be ${typeName(issue.expected)}, but is ${describe(issue.input)}`;
    case "invalid_value":
      return `must be ${listOf(issue.values)}, but is ${show(issue.input)}`;
    case "invalid_format":
      return FORMATS.has(issue.format) ? `must be ${FORMATS.get(issue.format)}` : undefined;
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "must not be empty";
      return `must ${sizeOf("at least", issue.minimum, issue)}`;
    case "too_big":
      return `must ${sizeOf("at most", issue.maximum, issue)}`;
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}, but is ${describe(issue.input)}`;
    case "unrecognized_keys":
      return `must not hold ${issue.keys.map((key) => show(key)).join(", ")}: nothing of that name is known here`;
    case "invalid_union":
      return explainUnion(issue);
    default:
      return undefined;
  }
}

function typeName(type: string): string {
  return TYPES.get(type) ?? type;
}

function sizeOf(
  bound: "at least" | "at most",
  limit: number | bigint,
  { origin, input }: { origin: string; input?: unknown },
): string {
  const size = limit.toLocaleString("en");
  const [one, many] = typeof input === "string" ? ["character", "characters"] : ["entry", "entries"];
  if (typeof input === "string" || Array.isArray(input)) {
    return `have ${bound} ${size} ${size === "1" ? one : many}, but has ${input.length.toLocaleString("en")}`;
  }
  const what = origin === "int" || origin === "number" ? `, but is ${describe(input)}` : "";
  return `be ${bound} ${size}${what}`;
}

function explainUnion({ options, input }: { options?: readonly unknown[]; input?: unknown }): string {
  if (!options || options.length === 0) return `must have another form; ${describe(input)} does not fit here`;
  return `must be ${listOf(options)}`;
}

function listOf(values: readonly unknown[]): string {
  const shown = values.map(show);
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} or ${last}`;
}

/** A value in full: of an enumeration, which is no secret. */
function show(value: unknown): string {
  if (value === undefined) return "missing";
  return typeof value === "string" ? JSON.stringify(value.slice(0, MAX_SHOWN)) : describe(value);
}

/** A value by what it is; numbers and the like as they are. */
function describe(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string") return "text";
  return Array.isArray(value) ? "a list" : "an object";
}
