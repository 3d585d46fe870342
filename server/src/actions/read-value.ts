import type { Parameter, ParameterType } from "@errand/shared/action";
import { lazily, requirePackage } from "../lazy-package.ts";
import type { Reading } from "./reading.ts";
import { readDate, readDatetime } from "./read-moment.ts";
import { readNumber, readInteger } from "./read-number.ts";
import { readObject } from "./read-object.ts";

const phoneNumbers = lazily(
  () => requirePackage("libphonenumber-js/min") as typeof import("libphonenumber-js/min"),
);

const MAX_TEXT_LENGTH = 2_000;
const MAX_EMAIL_LENGTH = 254;
/** One `@`, a local part of at most 64 characters, and at least two labels; letters of any script (RFC 6531). */
const EMAIL =
  /^[^\s@"(),:;<>[\\\]\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}][\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}]$/u;

const READERS: Record<Exclude<ParameterType, "choice" | "object">, (value: unknown) => Reading> = {
  text: readText,
  number: readNumber,
  integer: readInteger,
  boolean: readBoolean,
  email: readEmail,
  phone: readPhone,
  url: readUrl,
  date: readDate,
  datetime: readDatetime,
};

/** Reads one value by its parameter's type and options. */
export function readValue(parameter: Parameter, value: unknown): Reading {
  const { type, options } = parameter;
  if (type === "choice") return readOption(options, value);
  if (type === "object") return readObject(value, parameter.schema);
  const reading = READERS[type](value);
  if (options.length === 0 || "expected" in reading) return reading;
  return readOption(options, reading.value);
}

function readText(value: unknown): Reading {
  const text = typeof value === "number" && Number.isFinite(value) ? String(value) : value;
  const expected = `text of at most ${MAX_TEXT_LENGTH} characters`;
  if (typeof text !== "string" || text.length > MAX_TEXT_LENGTH) return { expected };
  return text.isWellFormed() && !text.includes("\0")
    ? { value: text }
    : { expected: "well-formed text without NUL" };
}

function readBoolean(value: unknown): Reading {
  if (typeof value === "boolean") return { value };
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  return word === "true" || word === "false" ? { value: word === "true" } : { expected: "true or false" };
}

function readEmail(value: unknown): Reading {
  const text = typeof value === "string" ? value.trim() : "";
  const isEmail = text.length <= MAX_EMAIL_LENGTH && EMAIL.test(text);
  return isEmail ? { value: text } : { expected: "an e-mail address, such as ada@example.com" };
}

/** Sent as E.164. A number without its country code could be anybody's, so none is guessed. */
function readPhone(value: unknown): Reading {
  const expected = "a phone number with + and its country code, such as +994501234567";
  if (typeof value !== "string" || value.length > 40) return { expected };
  const phone = phoneNumbers().parsePhoneNumberFromString(value.trim().replace(/^00(?=[1-9])/, "+"));
  return phone?.isPossible() && phone.ext === undefined ? { value: phone.number } : { expected };
}

function readUrl(value: unknown): Reading {
  const expected = "a web address that starts with https:// or http://";
  const text = typeof value === "string" ? value.trim() : "";
  if (text.length > MAX_TEXT_LENGTH || !/^https?:\/\/[^\s\p{C}]+$/iu.test(text)) return { expected };
  return URL.canParse(text) ? { value: text } : { expected };
}

/** The owner's own spelling of the option, whatever the case it was given in. */
function readOption(options: readonly (string | number)[], value: unknown): Reading {
  const fold = (text: unknown) => String(text).trim().toLowerCase();
  const isScalar = typeof value === "string" || typeof value === "number";
  const exact = options.find((option) => option === value);
  const alike = options.filter((option) => isScalar && fold(option) === fold(value));
  const option = exact ?? (alike.length === 1 ? alike[0] : undefined);
  if (option !== undefined) return { value: option };
  return { expected: `one of ${options.map((each) => JSON.stringify(each)).join(", ")}` };
}
