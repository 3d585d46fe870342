import { describe, expect, it } from "vitest";
import {
  exampleSources,
  JWT_SECRET,
  NOW,
  NOW_SECONDS,
  OLDER_JWT_SECRET,
  refusesEach,
  signToken,
  tokenProof,
  verify,
} from "../../test/identity-fixture.ts";

const raw = (payload: string) => ({ token: signToken(payload) });
const DAY = 86_400;

describe("a sound token", () => {
  it("yields the id, e-mail, name, locale and every claim in an object without a prototype", async () => {
    const claims = {
      email: "ada@shop.example",
      name: "Ada",
      locale: "az-latn",
      plan: "gold",
      teams: [1],
      constructor: "",
    };
    const sources = exampleSources();
    const { visitor, ...rest } = await verify(tokenProof(claims), sources);
    expect(rest).toEqual({ signedBy: { secretId: JWT_SECRET.id }, locale: "az-Latn" });
    const exp = NOW_SECONDS + 3_600;
    const expected = { ...claims, sub: "42", user_id: "42", iat: NOW_SECONDS, exp };
    expect(visitor).toEqual({
      verification: "jwt",
      userId: "42",
      email: "ada@shop.example",
      name: "Ada",
      claims: Object.assign(Object.create(null), expected),
      claimsExpireAt: "2026-03-01T13:00:00.000Z",
    });
    expect(visitor).toHaveProperty("claims");
    expect(Object.getPrototypeOf("claims" in visitor ? visitor.claims : {})).toBeNull();
    expect(sources.touched).toEqual([JWT_SECRET.id]);
  });

  it("keeps a claim called __proto__ as a claim", async () => {
    const payload = `{"sub":"42","exp":${NOW_SECONDS + 60},"__proto__":{"email":"x@evil.example"}}`;
    const { visitor } = await verify({ token: signToken(payload) });
    const claims = "claims" in visitor ? visitor.claims : {};
    expect(claims["email"]).toBeUndefined();
    expect(Object.keys(claims)).toContain("__proto__");
  });

  it("treats an empty detail as one that is not known", async () => {
    const { visitor, locale } = await verify(tokenProof({ email: "", name: "", phone: "", locale: "" }));
    expect(locale).toBeUndefined();
    expect(visitor).not.toHaveProperty("email");
    expect(Object.keys("claims" in visitor ? visitor.claims : {}).toSorted()).toEqual([
      "exp",
      "iat",
      "sub",
      "user_id",
    ]);
  });

  const sound: [string, Record<string, unknown>][] = [
    ["names the visitor by user_id", { sub: undefined, user_id: "42" }],
    ["names the visitor twice alike", { user_id: "42" }],
    ["has expired 29 s ago", { iat: NOW_SECONDS - 60, exp: NOW_SECONDS - 29 }],
    ["begins in 30 s", { nbf: NOW_SECONDS + 30 }],
    ["was issued in 30 s", { iat: NOW_SECONDS + 30 }],
    ["lives 24 hours from iat", { exp: NOW_SECONDS + 86_400 }],
    ["lives 24 hours from now", { iat: undefined, exp: NOW_SECONDS + 86_400 }],
    ["has this site as aud", { aud: "site_1" }],
    ["has this site among its aud", { aud: ["https://shop.example", "site_1"] }],
    ["has a locale that is no tag", { locale: "!!" }],
    [
      "has members of one name in different objects",
      { a: { b: 1 }, c: [{ b: 1 }, { b: 1 }], b: '{"b":1,"b":2}' },
    ],
  ];
  it.each(sound)("is taken when it %s", async (_name, claims) => {
    await expect(verify(tokenProof(claims))).resolves.toMatchObject({ visitor: { userId: "42" } });
  });

  it("is verified by each live secret, or by the one that kid names", async () => {
    const older = { secret: OLDER_JWT_SECRET.secret };
    const named = { ...older, header: { alg: "HS256", kid: OLDER_JWT_SECRET.id } };
    await expect(verify(tokenProof({}, older))).resolves.toMatchObject({
      signedBy: { secretId: OLDER_JWT_SECRET.id },
    });
    await expect(verify(tokenProof({}, named))).resolves.toMatchObject({
      signedBy: { secretId: OLDER_JWT_SECRET.id },
    });
  });
});

describe("a token's times", () => {
  refusesEach([
    ["no exp", tokenProof({ exp: undefined }), "identity_malformed"],
    ["exp as text", tokenProof({ exp: String(NOW_SECONDS + 60) }), "identity_malformed"],
    ["exp null", tokenProof({ exp: null }), "identity_malformed"],
    ["iat as text", tokenProof({ iat: String(NOW_SECONDS) }), "identity_malformed"],
    ["an exp 30 s ago", tokenProof({ exp: NOW_SECONDS - 30 }), "identity_expired"],
    ["an exp of 1970", tokenProof({ iat: undefined, exp: 0 }), "identity_expired"],
    ["an nbf in 31 s", tokenProof({ nbf: NOW_SECONDS + 31 }), "identity_expired"],
    ["nbf as text", tokenProof({ nbf: "now" }), "identity_malformed"],
    ["24 hours and a second from iat", tokenProof({ exp: NOW_SECONDS + DAY + 1 }), "identity_too_long_lived"],
    [
      "24 hours and a second from now",
      tokenProof({ iat: undefined, exp: NOW_SECONDS + DAY + 1 }),
      "identity_too_long_lived",
    ],
    [
      "an old iat under a fresh exp",
      tokenProof({ iat: NOW_SECONDS - DAY, exp: NOW_SECONDS + 1 }),
      "identity_too_long_lived",
    ],
    ["exp in milliseconds", tokenProof({ exp: NOW.getTime() + 60_000 }), "identity_too_long_lived"],
    [
      "iat and exp in milliseconds",
      tokenProof({ iat: NOW.getTime(), exp: NOW.getTime() + 60_000 }),
      "identity_malformed",
    ],
    ["an iat in 31 s", tokenProof({ iat: NOW_SECONDS + 31 }), "identity_malformed"],
    ["an endless exp", raw('{"sub":"42","exp":1e999}'), "identity_too_long_lived"],
    [
      "an endlessly old iat",
      raw(`{"sub":"42","iat":-1e999,"exp":${NOW_SECONDS + 60}}`),
      "identity_too_long_lived",
    ],
  ]);
});

describe("a token's audience", () => {
  refusesEach([
    ["another site's aud", tokenProof({ aud: "site_2" }), "identity_wrong_audience"],
    ["a list of other sites", tokenProof({ aud: ["site_2", "site_3"] }), "identity_wrong_audience"],
    ["an empty list as aud", tokenProof({ aud: [] }), "identity_wrong_audience"],
    ["an aud that only begins so", tokenProof({ aud: "site_12" }), "identity_wrong_audience"],
    ["aud null", tokenProof({ aud: null }), "identity_wrong_audience"],
  ]);
});

describe("a token's subject", () => {
  refusesEach([
    ["no subject", tokenProof({ sub: undefined }), "identity_malformed"],
    ["a number as sub", tokenProof({ sub: 42 }), "identity_malformed"],
    ["sub null", tokenProof({ sub: null }), "identity_malformed"],
    ["an empty sub", tokenProof({ sub: "" }), "identity_malformed"],
    ["an empty sub beside a user_id", tokenProof({ sub: "", user_id: "42" }), "identity_malformed"],
    ["an object as sub", tokenProof({ sub: { id: "42" } }), "identity_malformed"],
    ["a sub of 256 bytes in 128 characters", tokenProof({ sub: "é".repeat(128) }), "identity_malformed"],
    ["a sub with a newline", tokenProof({ sub: "42\nX-Admin: 1" }), "identity_malformed"],
    ["a sub with NUL", tokenProof({ sub: "42\u0000" }), "identity_malformed"],
    ["a sub with half a character", tokenProof({ sub: "42\ud800" }), "identity_malformed"],
    ["sub and user_id that differ", tokenProof({ user_id: "43" }), "identity_malformed"],
    ["sub text and user_id number", tokenProof({ user_id: 42 }), "identity_malformed"],
    [
      "a subject in the prototype",
      raw(`{"__proto__":{"sub":"42"},"exp":${NOW_SECONDS + 60}}`),
      "identity_malformed",
    ],
  ]);
});

describe("what a token tells of the visitor", () => {
  refusesEach([
    ["a number as email", tokenProof({ email: 42 }), "identity_malformed"],
    ["null as email", tokenProof({ email: null }), "identity_malformed"],
    ["an email with a newline", tokenProof({ email: "a@b.example\nbcc" }), "identity_malformed"],
    ["an email of 321 characters", tokenProof({ email: "a".repeat(321) }), "identity_malformed"],
    ["a list as name", tokenProof({ name: ["Ada"] }), "identity_malformed"],
    ["a name with half a character", tokenProof({ name: "Ada\udc00" }), "identity_malformed"],
    ["a number as phone", tokenProof({ phone: 994 }), "identity_malformed"],
    ["an object as locale", tokenProof({ locale: {} }), "identity_malformed"],
  ]);
});
