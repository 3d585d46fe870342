import type { Parameter } from "@errand/shared/action";
import type { Reading } from "./reading.ts";
import { findObjectFault } from "./object-validator.ts";

const MAX_LENGTH = 20_000;
const MAX_DEPTH = 16;

/** Reads a JSON object, also from its text; one with a JSON Schema fits it. */
export function readObject(value: unknown, schema: Parameter["schema"]): Reading {
  const object = typeof value === "string" ? parse(value) : value;
  if (typeof object !== "object" || object === null || Array.isArray(object))
    return { expected: "a JSON object" };
  const fault = findFault(object, 1);
  if (fault !== undefined) return { expected: fault };
  const text = JSON.stringify(object);
  if (text.length > MAX_LENGTH) return { expected: `a JSON object of at most ${MAX_LENGTH} characters` };
  const copy = JSON.parse(text) as object;
  const misfit = schema ? findObjectFault(schema, copy) : undefined;
  if (misfit !== undefined) return { expected: `an object that fits its schema: ${misfit}` };
  return { value: copy };
}

function parse(text: string): unknown {
  if (text.length > MAX_LENGTH) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function findFault(value: unknown, depth: number): string | undefined {
  if (typeof value === "string" && !value.isWellFormed()) return "a JSON object of well-formed text";
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > MAX_DEPTH) return `a JSON object of at most ${MAX_DEPTH} levels`;
  if (Object.hasOwn(value, "__proto__")) return 'a JSON object without a key "__proto__"';
  return Object.entries(value)
    .flat()
    .map((member) => findFault(member, depth + 1))
    .find((fault) => fault !== undefined);
}
