import { ErrandError } from "../errors.ts";
import { durationInWords, momentInWords } from "./time-words.ts";
import type { JudgeRule } from "./token-rules.ts";

const SKEW_SECONDS = 30;
const MAX_LIFETIME_SECONDS = 86_400;
/** As seconds, this lies in the year 5138: whoever says more means milliseconds. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** `exp` is there and has not passed (RFC 7519 §4.1.4). */
export const judgeExpiry: JudgeRule = (payload, { nowSeconds }) => {
  const exp = readTime(payload, "exp");
  if (exp === undefined) throw malformed('The token\'s "exp" is required.');
  if (exp <= nowSeconds - SKEW_SECONDS) {
    throw new ErrandError("identity_expired", 'The token\'s "exp" has passed: sign a fresh one.');
  }
  return () => `Ends ${momentInWords(exp, nowSeconds)}.`;
};

/** `nbf`, when it is there, has come (RFC 7519 §4.1.5). */
export const judgeNotBefore: JudgeRule = (payload, { nowSeconds }) => {
  const nbf = readTime(payload, "nbf");
  if (nbf === undefined) return () => 'There is no "nbf": the token holds from the start.';
  if (nbf > nowSeconds + SKEW_SECONDS) {
    throw new ErrandError("identity_expired", 'The token\'s "nbf" lies in the future: it is not valid yet.');
  }
  return () => `Holds since ${momentInWords(nbf, nowSeconds)}.`;
};

/** At most 24 hours from `iat`, or from now. A lifetime in milliseconds is a thousand times too long. */
export const judgeLifetime: JudgeRule = (payload, { nowSeconds }) => {
  const exp = readTime(payload, "exp") ?? nowSeconds;
  const iat = readTime(payload, "iat");
  if (iat !== undefined && iat > nowSeconds + SKEW_SECONDS) {
    throw malformed(
      'The token\'s "iat" lies in the future: give seconds since 1970, by a clock that is right.',
    );
  }
  const seconds = exp - (iat ?? nowSeconds);
  if (seconds > MAX_LIFETIME_SECONDS) {
    const found = exp >= FIRST_MILLISECONDS ? "milliseconds" : durationInWords(seconds);
    const why = `The token lives longer than 24 hours (${found}): give "exp" in seconds, at most 86400 after "iat".`;
    throw new ErrandError("identity_too_long_lived", why);
  }
  const start = iat === undefined ? "from now" : 'from its "iat"';
  return () => `Lives ${durationInWords(seconds)} ${start}; at most 24 hours are allowed.`;
};

function readTime(payload: Record<string, unknown>, claim: "exp" | "nbf" | "iat"): number | undefined {
  const value = Object.hasOwn(payload, claim) ? payload[claim] : undefined;
  if (value === undefined || typeof value === "number") return value;
  throw malformed(`The token's "${claim}" must be a number of seconds since 1970.`);
}

function malformed(why: string): ErrandError {
  return new ErrandError("identity_malformed", why);
}
