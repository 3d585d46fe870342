import { generateKeyPairSync, sign } from "node:crypto";
import { describe } from "vitest";
import {
  encodePart,
  HASH_SECRET,
  JWT_SECRET,
  NOW_SECONDS,
  OLDER_JWT_SECRET,
  refusesEach,
  signToken,
  soundClaims,
} from "../../test/identity-fixture.ts";

const raw = (payload: string) => ({ token: signToken(payload) });
const withHeader = (header: unknown) => ({ token: signToken(soundClaims(), { header }) });
const sound = signToken(soundClaims());
const [soundHeader = "", soundPayload = "", soundSignature = ""] = sound.split(".");
const rsa = generateKeyPairSync("rsa", { modulusLength: 2_048 });

function rsaToken(header: Record<string, unknown>): { token: string } {
  const input = `${encodePart(header)}.${encodePart(soundClaims())}`;
  return { token: `${input}.${sign("sha256", Buffer.from(input), rsa.privateKey).toString("base64url")}` };
}

/** The shortest sound token that is longer than 8,192 bytes. */
const overLong = Array.from({ length: 100 }, (_, index) =>
  signToken(soundClaims({ blob: "x".repeat(5_950 + index) })),
).find(({ length }) => length > 8_192);

/** The same bytes in another spelling: the last character carries bits that no byte uses. */
function respell(part: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return part.slice(0, -1) + (alphabet[alphabet.indexOf(part.slice(-1)) + 1] ?? "");
}

describe("a token's form", () => {
  refusesEach([
    ["a token of two parts", { token: `${soundHeader}.${soundPayload}` }, "identity_malformed"],
    ["a token of four parts", { token: `${sound}.` }, "identity_malformed"],
    ["an encrypted token of five parts", { token: "a.b.c.d.e" }, "identity_malformed"],
    ["a token over 8 KB", { token: overLong }, "identity_malformed"],
    ["a token with a space before", { token: ` ${sound}` }, "identity_malformed"],
    ["a token with a newline behind", { token: `${sound}\n` }, "identity_malformed"],
    ["a padded part", { token: `${soundHeader}.${soundPayload}.${soundSignature}=` }, "identity_malformed"],
    [
      "a signature in another spelling",
      { token: `${soundHeader}.${soundPayload}.${respell(soundSignature)}` },
      "identity_malformed",
    ],
    ["base64 with + and /", { token: `${soundHeader}.${soundPayload}.++//` }, "identity_malformed"],
    [
      "a header that is no JSON",
      { token: `${encodePart("alg")}.${soundPayload}.${soundSignature}` },
      "identity_malformed",
    ],
    ["a header that is a list", withHeader(["HS256"]), "identity_malformed"],
    ["an empty header", { token: `.${soundPayload}.${soundSignature}` }, "identity_malformed"],
    ["a payload that is no JSON", raw("sub=42"), "identity_malformed"],
    ["a payload that is null", raw("null"), "identity_malformed"],
    ["a payload that is a list", raw("[]"), "identity_malformed"],
    [
      "a payload that is not UTF-8",
      { token: signToken(Buffer.from(`{"sub":"42\xff","exp":${NOW_SECONDS + 60}}`, "latin1")) },
      "identity_malformed",
    ],
    [
      "a payload behind a byte order mark",
      raw(`\uFEFF${JSON.stringify(soundClaims())}`),
      "identity_malformed",
    ],
    [
      "a member twice in the payload",
      raw(`{"sub":"42","sub":"1","exp":${NOW_SECONDS + 60}}`),
      "identity_malformed",
    ],
    [
      "a member twice, once escaped",
      raw(`{"sub":"42","\\u0073ub":"1","exp":${NOW_SECONDS + 60}}`),
      "identity_malformed",
    ],
    [
      "a member twice, deep inside",
      raw(`{"sub":"42","exp":${NOW_SECONDS + 60},"a":[{"b":1,"b" :2}]}`),
      "identity_malformed",
    ],
    ["a member twice in the header", withHeader('{"alg":"none","alg":"HS256"}'), "identity_malformed"],
    ["crit", withHeader({ alg: "HS256", crit: ["exp"], exp: 1 }), "identity_malformed"],
    ["crit with b64", withHeader({ alg: "HS256", crit: ["b64"], b64: false }), "identity_malformed"],
    ["an empty crit", withHeader({ alg: "HS256", crit: [] }), "identity_malformed"],
    ["a kid that is a number", withHeader({ alg: "HS256", kid: 1 }), "identity_malformed"],
  ]);
});

describe("a token's algorithm and key", () => {
  refusesEach([
    [
      "alg none without a signature",
      { token: `${encodePart({ alg: "none" })}.${soundPayload}.` },
      "identity_wrong_algorithm",
    ],
    ["alg None with a signature", withHeader({ alg: "None" }), "identity_wrong_algorithm"],
    ["no alg", withHeader({ typ: "JWT" }), "identity_wrong_algorithm"],
    ["a list as alg", withHeader({ alg: ["HS256"] }), "identity_wrong_algorithm"],
    ["alg hs256", withHeader({ alg: "hs256" }), "identity_wrong_algorithm"],
    [
      "HS512 under the right secret",
      { token: signToken(soundClaims(), { header: { alg: "HS512" }, digest: "sha512" }) },
      "identity_wrong_algorithm",
    ],
    ["RS256 under a foreign key", rsaToken({ alg: "RS256" }), "identity_wrong_algorithm"],
    [
      "RS256 with its own jwk",
      rsaToken({ alg: "RS256", jwk: rsa.publicKey.export({ format: "jwk" }) }),
      "identity_malformed",
    ],
    ["an own jku", rsaToken({ alg: "RS256", jku: "https://evil.example/jwks" }), "identity_malformed"],
    ["an own x5u", rsaToken({ alg: "RS256", x5u: "https://evil.example/cert" }), "identity_malformed"],
    ["an own oct jwk", withHeader({ alg: "HS256", jwk: { kty: "oct", k: "AA" } }), "identity_malformed"],
    ["an own x5c", withHeader({ alg: "HS256", x5c: ["AA"] }), "identity_malformed"],
  ]);
});

describe("a token's signature", () => {
  refusesEach([
    [
      "another secret's signature",
      { token: signToken(soundClaims(), { secret: "x".repeat(51) }) },
      "identity_bad_signature",
    ],
    [
      "a signature under the user_hash secret",
      { token: signToken(soundClaims(), { secret: HASH_SECRET.secret }) },
      "identity_bad_signature",
    ],
    [
      "a signature under an empty secret",
      { token: signToken(soundClaims(), { secret: "" }) },
      "identity_bad_signature",
    ],
    [
      "a signature under the secret's id",
      { token: signToken(soundClaims(), { secret: JWT_SECRET.id }) },
      "identity_bad_signature",
    ],
    ["no signature", { token: `${soundHeader}.${soundPayload}.` }, "identity_bad_signature"],
    ["a shortened signature", { token: sound.slice(0, -3) + "A" }, "identity_malformed"],
    [
      "a changed payload",
      { token: `${soundHeader}.${encodePart(soundClaims({ sub: "1" }))}.${soundSignature}` },
      "identity_bad_signature",
    ],
    ["a kid of no secret", withHeader({ alg: "HS256", kid: "ids_gone" }), "identity_bad_signature"],
    [
      "the kid of another secret",
      withHeader({ alg: "HS256", kid: OLDER_JWT_SECRET.id }),
      "identity_bad_signature",
    ],
    [
      "the kid of a user_hash secret",
      {
        token: signToken(soundClaims(), {
          header: { alg: "HS256", kid: HASH_SECRET.id },
          secret: HASH_SECRET.secret,
        }),
      },
      "identity_bad_signature",
    ],
    ["a kid of the prototype", withHeader({ alg: "HS256", kid: "__proto__" }), "identity_bad_signature"],
  ]);
});
