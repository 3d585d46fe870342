import type { ProblemCode } from "@errand/shared/wire";
import { claims, forge, hmac, nowSeconds, type HostileProof, type Stage } from "./stage.ts";

const DAY = 86_400;
type Row = [name: string, replaced: Record<string, unknown>];

/** Tokens that are signed rightly and say what they must not. */
export function hostileClaims(stage: Stage): HostileProof[] {
  const sign = hmac(stage.jwt.secret);
  const toProofs = (rows: Row[], code: ProblemCode): HostileProof[] =>
    rows.map(([name, replaced]) => [name, forge({ alg: "HS256" }, claims(replaced), sign), code]);
  const now = nowSeconds();
  const { token } = forge({ alg: "HS256" }, claims(), sign);
  const [head, , tail] = token.split(".");
  const forgedPayload = Buffer.from(JSON.stringify(claims({ sub: "41" }))).toString("base64url");
  return [
    ...toProofs([...subjects, ...details, ...faultyTimes(now)], "identity_malformed"),
    ...toProofs(over(now), "identity_expired"),
    ...toProofs(tooLong(now), "identity_too_long_lived"),
    ...toProofs(audiences(stage), "identity_wrong_audience"),
    [
      "another payload under a signature",
      { token: `${head}.${forgedPayload}.${tail}` },
      "identity_bad_signature",
    ],
  ];
}

const subjects: Row[] = [
  ["no subject", { sub: undefined }],
  ["a subject as a number", { sub: 42 }],
  ["a subject as a fraction", { sub: 4.2 }],
  ["a subject as zero", { sub: 0 }],
  ["a subject that is true", { sub: true }],
  ["a subject that is null", { sub: null }],
  ["a subject as an object", { sub: { id: "42" } }],
  ["a subject as a list", { sub: ["42"] }],
  ["an empty subject", { sub: "" }],
  ["a subject that an address loses", { sub: ".." }],
  ["a subject of 256 bytes", { sub: "x".repeat(256) }],
  ["a subject of 256 bytes in 128 characters", { sub: "ə".repeat(128) }],
  ["a subject with half a character", { sub: "4\ud800" }],
  ["a subject with a NUL", { sub: "42\0" }],
  ["a subject with a line break", { sub: "42\n" }],
  ["a subject with a DEL", { sub: "42\u007f" }],
  ["a subject with a C1 control", { sub: "42\u0085" }],
  ["another user_id than sub", { user_id: "41" }],
  ["a user_id as a number beside sub", { user_id: 42 }],
  ["an empty user_id beside sub", { user_id: "" }],
  ["a user_id as a number alone", { sub: undefined, user_id: 42 }],
  ["a user_id that differs by case", { sub: "A", user_id: "a" }],
  ["a user_id that differs by normalisation", { sub: "\u00e9", user_id: "e\u0301" }],
];

const details: Row[] = [
  ["an e-mail as a number", { email: 1 }],
  ["an e-mail as a list", { email: ["ada@shop.example"] }],
  ["an e-mail as an object", { email: {} }],
  ["an e-mail that is null", { email: null }],
  ["an e-mail with a line break", { email: "ada@shop.example\r\nBcc: x@evil.example" }],
  ["an e-mail over 320 characters", { email: `${"x".repeat(320)}@shop.example` }],
  ["a name as an object", { name: { first: "Ada" } }],
  ["a name with half a character", { name: "\udc00" }],
  ["a phone as a number", { phone: 994_501_234_567 }],
  ["a locale as a list", { locale: ["az"] }],
];

const faultyTimes = (now: number): Row[] => [
  ["no exp", { exp: undefined }],
  ["exp null", { exp: null }],
  ["exp as a text", { exp: String(now + 600) }],
  ["exp as a date", { exp: new Date((now + 600) * 1_000).toISOString() }],
  ["exp that is true", { exp: true }],
  ["exp as a list", { exp: [now + 600] }],
  ["exp as an object", { exp: {} }],
  ["iat as a text", { iat: String(now) }],
  ["iat that is null", { iat: null }],
  ["iat in milliseconds", { iat: now * 1_000, exp: now * 1_000 + 600 }],
  ["iat an hour ahead", { iat: now + 3_600, exp: now + 4_000 }],
  ["nbf as a text", { nbf: String(now) }],
  ["nbf as an object", { nbf: {} }],
];

const over = (now: number): Row[] => [
  ["exp a minute ago", { iat: now - 600, exp: now - 60 }],
  ["exp beyond the skew", { iat: now - 600, exp: now - 35 }],
  ["exp at the beginning of time", { exp: 0 }],
  ["exp before it", { exp: -1 }],
  ["exp as long ago as can be", { exp: -1e308 }],
  ["nbf an hour ahead", { nbf: now + 3_600 }],
  ["nbf in milliseconds", { nbf: now * 1_000 }],
];

const tooLong = (now: number): Row[] => [
  ["a life of 24 hours and a second", { iat: now, exp: now + DAY + 1 }],
  ["a life of 25 hours without iat", { iat: undefined, exp: now + 25 * 3_600 }],
  ["a life of a year", { exp: now + 365 * DAY }],
  ["exp in milliseconds", { exp: (now + 600) * 1_000 }],
  ["exp as far as can be", { exp: 1e308 }],
  ["iat long ago", { iat: now - 2 * DAY, exp: now + 60 }],
  ["iat zero", { iat: 0, exp: now + 60 }],
];

const audiences = ({ site, otherSite }: Stage): Row[] => [
  ["another site as the audience", { aud: otherSite }],
  ["a list of other sites", { aud: [otherSite, "https://shop.example"] }],
  ["an empty list as the audience", { aud: [] }],
  ["an empty audience", { aud: "" }],
  ["an audience that is null", { aud: null }],
  ["an audience as a number", { aud: 1 }],
  ["an audience as an object", { aud: { [site]: true } }],
  ["an audience in other case", { aud: site.toUpperCase() }],
  ["an audience that begins with the site", { aud: `${site}x` }],
  ["an audience within a list of lists", { aud: [[site]] }],
];
