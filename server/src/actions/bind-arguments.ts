import type { Parameter } from "@errand/shared/action";
import { RESERVED_NAMES } from "@errand/shared/template";
import { quote } from "./quote.ts";
import { readValue } from "./read-value.ts";
import type { Reading } from "./reading.ts";

const MAX_LIST_LENGTH = 100;

/** Why a parameter's value cannot be taken; `message` names the parameter, the value and what would be right. */
interface ArgumentFault {
  /** Empty when the fault is not one parameter's. */
  parameter: string;
  message: string;
}

type BoundArguments = { arguments: Record<string, unknown> } | { faults: ArgumentFault[] };

/**
 * Fits what a model or a person filled in to the declared parameters: every value has its type, defaults stand for
 * what is missing, and nothing undeclared comes through. Only spellings that lose nothing are converted.
 */
export function bindArguments(parameters: readonly Parameter[], input: unknown): BoundArguments {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return {
      faults: [{ parameter: "", message: `The arguments are ${quote(input)}, but must be a JSON object.` }],
    };
  }
  const given = new Map<string, unknown>(Object.entries(input));
  const faults = findUnknownNames(parameters, given);
  const bound: [string, unknown][] = [];
  for (const parameter of parameters) {
    const reading = bindOne(parameter, given.get(parameter.name));
    if (reading === undefined) continue;
    if ("value" in reading) bound.push([parameter.name, reading.value]);
    else faults.push({ parameter: parameter.name, message: reading.message });
  }
  return faults.length > 0 ? { faults } : { arguments: Object.fromEntries(bound) };
}

function findUnknownNames(parameters: readonly Parameter[], given: Map<string, unknown>): ArgumentFault[] {
  const known = new Set(parameters.map(({ name }) => name));
  const unknown = [...given.keys()].filter((name) => !known.has(name) || RESERVED_NAMES.has(name));
  if (unknown.length === 0) return [];
  const names = known.size === 0 ? "There are none" : `There are: ${[...known].join(", ")}`;
  return unknown.map((name) => {
    const why = RESERVED_NAMES.has(name)
      ? "is filled in by identity, never by an argument"
      : "is not a parameter";
    return { parameter: name.slice(0, 64), message: `${quote(name)} ${why}. ${names}.` };
  });
}

/** The bound value of one parameter, the fault, or undefined when it is left out. */
function bindOne(parameter: Parameter, given: unknown): { value: unknown } | { message: string } | undefined {
  const value = isAbsent(parameter, given) ? parameter.default : given;
  if (isAbsent(parameter, value)) {
    return parameter.required
      ? { message: `"${parameter.name}" is missing${hintOf(parameter)}.` }
      : undefined;
  }
  const reading = parameter.isArray ? readList(parameter, value) : readValue(parameter, value);
  if ("value" in reading) return reading;
  const message = `"${parameter.name}" is ${quote(value)}, but must be ${reading.expected}${hintOf(parameter)}.`;
  return { message };
}

/** Models write null, and an empty text, for what they do not know; an optional text may be empty on purpose. */
function isAbsent({ type, required, isArray }: Parameter, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return value === "" && (required || isArray || (type !== "text" && type !== "choice"));
}

function readList(parameter: Parameter, value: unknown): Reading {
  const members: unknown[] = Array.isArray(value) ? value : [value];
  if (members.length > MAX_LIST_LENGTH) return { expected: `a list of at most ${MAX_LIST_LENGTH} values` };
  if (members.length === 0 && parameter.required) return { expected: "a list of at least one value" };
  const readings = members.map((member) =>
    member === "" ? { expected: "without empty texts" } : readValue(parameter, member),
  );
  const failed = readings.find((reading) => "expected" in reading);
  if (failed) return { expected: `a list whose every value is ${failed.expected}` };
  return { value: readings.flatMap((reading) => ("value" in reading ? [reading.value] : [])) };
}

function hintOf({ hint, label }: Parameter): string {
  const text = [label, hint].filter(Boolean).join(": ");
  return text === "" ? "" : ` (${text.replace(/\.$/, "")})`;
}
