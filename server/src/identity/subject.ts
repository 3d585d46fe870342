import { ErrandError } from "../errors.ts";

const MAX_BYTES = 255;
const CONTROL_CHARACTER = /\p{Cc}/u;
/** Taken out of every address (RFC 3986 §5.2.4), percent-encoded as well (WHATWG URL). */
const DOT_SEGMENT = /^\.{1,2}$/;

/**
 * The visitor's id as it was signed: not trimmed, folded or normalised.
 * @param name the member it came from, for the message
 * @throws ErrandError `identity_malformed`, with `errors` for a number, unless it is a well-formed string of 1 to 255 bytes without control characters, and no dot segment
 */
export function parseSubject(value: unknown, name: string): string {
  const refuse = (why: string, options = {}) =>
    new ErrandError("identity_malformed", `"${name}" ${why}`, options);
  if (typeof value === "number") {
    const message = `is the number ${value}; sign it as a string: "${value}".`;
    throw refuse(message, { errors: [{ pointer: `/${name}`, message }] });
  }
  if (typeof value !== "string") throw refuse("must be a string.");
  if (value === "") throw refuse("must not be empty.");
  if (!value.isWellFormed()) throw refuse("must be well-formed Unicode.");
  if (Buffer.byteLength(value) > MAX_BYTES) throw refuse(`must be at most ${MAX_BYTES} bytes long.`);
  if (CONTROL_CHARACTER.test(value)) throw refuse("must not hold control characters.");
  if (DOT_SEGMENT.test(value)) throw refuse(`must not be "${value}", which no address can carry.`);
  return value;
}

/**
 * A text about the visitor, such as an e-mail address; undefined when it is left out or empty.
 * @throws ErrandError `identity_malformed` unless it is a well-formed string without control characters
 */
export function parseDetail(value: unknown, name: string, maxLength: number): string | undefined {
  if (value === undefined || value === "") return undefined;
  const isFit =
    typeof value === "string" &&
    value.length <= maxLength &&
    value.isWellFormed() &&
    !CONTROL_CHARACTER.test(value);
  if (isFit) return value;
  throw new ErrandError(
    "identity_malformed",
    `"${name}" must be a well-formed string of at most ${maxLength} characters; leave it out when there is none.`,
  );
}
