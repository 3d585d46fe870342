import type { Reading } from "./reading.ts";

/** RFC 8259 §6: a leading zero would be lost, so it is refused. */
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const WHOLE = /^-?\d+$/;

/** Reads a finite number, also from text that loses nothing by it. */
export function readNumber(value: unknown): Reading {
  const number = toNumber(value);
  return number === undefined ? { expected: "a number, such as 12.5" } : { value: number };
}

/** Reads a whole number that JavaScript holds exactly. */
export function readInteger(value: unknown): Reading {
  const number = toNumber(value);
  return Number.isSafeInteger(number) ? { value: number } : { expected: "a whole number, such as 3" };
}

function toNumber(value: unknown): number | undefined {
  const number = typeof value === "string" ? parseNumber(value.trim()) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) return undefined;
  // Minus zero has no text of its own.
  return number === 0 ? 0 : number;
}

function parseNumber(text: string): number | undefined {
  if (!JSON_NUMBER.test(text)) return undefined;
  const number = Number(text);
  return WHOLE.test(text) && !Number.isSafeInteger(number) ? undefined : number;
}
