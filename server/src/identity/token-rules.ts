import { canonicalLocale } from "@errand/shared/locale";
import type { IdentityRule } from "@errand/shared/identity-check";
import { ErrandError } from "../errors.ts";
import { parseDetail, parseSubject } from "./subject.ts";
import { judgeExpiry, judgeLifetime, judgeNotBefore } from "./token-times.ts";

type Payload = Record<string, unknown>;

/** What a token's claims are judged against. */
export interface TokenContext {
  siteId: string;
  nowSeconds: number;
}

/** Judges one rule over a token's claims; answers how to say in words that it is kept. @throws ErrandError */
export type JudgeRule = (payload: Payload, context: TokenContext) => () => string;

const judgeAudience: JudgeRule = ({ aud }, { siteId }) => {
  if (aud === undefined)
    return () => 'There is no "aud": the token is meant for any site that knows its key.';
  if (aud === siteId || (Array.isArray(aud) && aud.includes(siteId))) {
    return () => `"aud" contains this site's id, "${siteId}".`;
  }
  const why = `The token's "aud" must contain this site's id, "${siteId}", or be left out.`;
  throw new ErrandError("identity_wrong_audience", why);
};

const judgeSubject: JudgeRule = (payload) => {
  const subject = readSubject(payload);
  return () => `The visitor's id is "${subject}".`;
};

const judgeProfile: JudgeRule = (payload) => {
  const { email, name } = readProfile(payload);
  const told = [email && `e-mail "${email}"`, name && `name "${name}"`].filter(Boolean).join(", ");
  return () => (told ? `Proved as well: ${told}.` : "No e-mail and no name are given.");
};

/** The rules over claims, in the order in which a token is judged by them. */
export const TOKEN_RULES: readonly [IdentityRule, JudgeRule][] = [
  ["expiry", judgeExpiry],
  ["not_before", judgeNotBefore],
  ["lifetime", judgeLifetime],
  ["audience", judgeAudience],
  ["subject", judgeSubject],
  ["profile", judgeProfile],
];

/** The visitor's id: `sub`, `user_id`, or both when they are equal. @throws ErrandError `identity_malformed` */
export function readSubject(payload: Payload): string {
  const names = ["sub", "user_id"].filter((name) => Object.hasOwn(payload, name));
  const [subject, other = subject] = names.map((name) => parseSubject(payload[name], name));
  if (subject === undefined) {
    throw new ErrandError("identity_malformed", 'The token names nobody: give the visitor\'s id as "sub".');
  }
  if (subject === other) return subject;
  throw new ErrandError("identity_malformed", 'The token\'s "sub" and "user_id" must be equal.');
}

/** What a token tells of a visitor beside the id. @throws ErrandError `identity_malformed` */
export function readProfile(payload: Payload) {
  const read = (claim: string, maximum: number) =>
    parseDetail(Object.hasOwn(payload, claim) ? payload[claim] : undefined, claim, maximum);
  read("phone", 64);
  return {
    email: read("email", 320),
    name: read("name", 200),
    locale: canonicalLocale(read("locale", 35)),
  };
}
