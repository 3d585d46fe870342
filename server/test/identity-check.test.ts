import { createHmac } from "node:crypto";
import type { IdentityCheckResult, IdentityRule } from "@errand/shared/identity-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AdminApi, type Answer, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";
import { NOW, NOW_SECONDS, signToken, soundClaims } from "./identity-fixture.ts";

const open = openInFolder();
let api: AdminApi;
let site: string;

beforeEach(async () => {
  api = await startAdminApi(await open(), { now: () => NOW });
  site = ((await api.asOperator("POST", "/sites", { name: "Shop" })).body as { id: string }).id;
});
afterEach(() => api.close());

async function createSecret(kind: "jwt" | "user_hash"): Promise<{ id: string; secret: string }> {
  const made = await api.asOperator("POST", `/sites/${site}/identity-secrets`, { kind });
  return made.body as { id: string; secret: string };
}

const post = (proof: unknown): Promise<Answer> =>
  api.asOperator("POST", `/sites/${site}/identity-check`, proof);
const check = async (proof: unknown): Promise<IdentityCheckResult> =>
  (await post(proof)).body as IdentityCheckResult;
const lineOf = ({ checks }: IdentityCheckResult, rule: IdentityRule) =>
  checks.find((line) => line.rule === rule);
const hashOf = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest("hex");

describe("the check of a token", () => {
  it("tells every rule in words, whom it proves, and what an action would receive, the hash masked", async () => {
    const { id, secret } = await createSecret("jwt");
    const hash = await createSecret("user_hash");
    const claims = { email: "ada@shop.example", name: "Ada", plan: "gold" };
    const token = signToken(soundClaims(claims), { secret });
    const masked = `${hashOf(hash.secret, "42").slice(0, 8)}…`;
    const answer = await post({ token });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      valid: true,
      checks: [
        { rule: "shape", ok: true, detail: `A signed JWT of ${token.length} bytes.` },
        { rule: "algorithm", ok: true, detail: "HS256, which is the key's own." },
        { rule: "key_found", ok: true, detail: 'There is no "kid": tried with one key.' },
        { rule: "signature", ok: true, detail: `Signed with the identity secret ${id}.` },
        { rule: "expiry", ok: true, detail: "Ends in 1 hour (2026-03-01 13:00:00 UTC)." },
        { rule: "not_before", ok: true, detail: 'There is no "nbf": the token holds from the start.' },
        { rule: "lifetime", ok: true, detail: 'Lives 1 hour from its "iat"; at most 24 hours are allowed.' },
        {
          rule: "audience",
          ok: true,
          detail: 'There is no "aud": the token is meant for any site that knows its key.',
        },
        { rule: "subject", ok: true, detail: 'The visitor\'s id is "42".' },
        { rule: "profile", ok: true, detail: 'Proved as well: e-mail "ada@shop.example", name "Ada".' },
      ],
      visitor: { verification: "jwt", user_id: "42", user_email: "ada@shop.example", user_name: "Ada" },
      claims: { ...claims, sub: "42", user_id: "42", iat: NOW_SECONDS, exp: NOW_SECONDS + 3_600 },
      receives: {
        headers: [
          { name: "X-User-Id", value: "42" },
          { name: "X-User-Hash", value: masked },
          { name: "X-User-Verified", value: "user_id, user_email" },
        ],
        body: [
          { name: "user_id", value: "42" },
          { name: "user_email", value: "ada@shop.example" },
          { name: "user_hash", value: masked },
        ],
      },
    });
  });

  it("does not count as a use of the secret, and keeps nothing", async () => {
    const { secret } = await createSecret("jwt");
    await check({ token: signToken(soundClaims(), { secret }) });
    const { body } = await api.asOperator("GET", `/sites/${site}/identity-secrets`);
    expect(body).toMatchObject({ items: [{ lastUsedAt: null }] });
  });

  it("tells all that is wrong at once, the first of it as the code", async () => {
    const { secret } = await createSecret("jwt");
    const claims = { sub: 42, iat: NOW_SECONDS - 200, exp: NOW_SECONDS - 60, aud: "site_other" };
    const result = await check({ token: signToken(claims, { secret }) });
    expect(result).toMatchObject({
      valid: false,
      code: "identity_expired",
      message: 'The token\'s "exp" has passed: sign a fresh one.',
    });
    expect(result.checks.filter(({ ok }) => ok === false).map(({ rule }) => rule)).toEqual([
      "expiry",
      "audience",
      "subject",
    ]);
    expect(lineOf(result, "subject")?.detail).toBe('"sub" is the number 42; sign it as a string: "42".');
    expect(result).not.toHaveProperty("visitor");
    expect(result).not.toHaveProperty("receives");
  });

  it("says when times are in milliseconds", async () => {
    const { secret } = await createSecret("jwt");
    const result = await check({
      token: signToken(soundClaims({ exp: NOW.getTime() + 600_000 }), { secret }),
    });
    expect(result.code).toBe("identity_too_long_lived");
    expect(lineOf(result, "lifetime")?.detail).toContain("(milliseconds)");
  });

  it("judges no lifetime of a token without an end", async () => {
    const { secret } = await createSecret("jwt");
    const { exp: _exp, ...endless } = soundClaims();
    const result = await check({ token: signToken(endless, { secret }) });
    expect([lineOf(result, "expiry")?.ok, lineOf(result, "lifetime")?.ok]).toEqual([false, null]);
  });

  it("judges what can be read although the signature is wrong", async () => {
    await createSecret("jwt");
    const result = await check({ token: signToken(soundClaims()) });
    expect(result.code).toBe("identity_bad_signature");
    const judged = Object.fromEntries(result.checks.map(({ rule, ok }) => [rule, ok]));
    expect(judged).toMatchObject({ algorithm: true, key_found: true, signature: false, expiry: true });
  });

  it("judges nothing of what is no token", async () => {
    const result = await check({ token: "abc" });
    expect(result.checks.map(({ ok }) => ok)).toEqual([false, ...Array.from({ length: 9 }, () => null)]);
    expect(await check({})).toMatchObject({ valid: false, code: "identity_missing" });
    expect(await check({ token: 7 })).toMatchObject({ valid: false, code: "identity_malformed" });
  });

  const mistakes: [string, (secret: string) => string | Buffer, string][] = [
    ["a line break behind the secret", (secret) => `${secret}\n`, "a line break"],
    ["the secret without its prefix", (secret) => secret.replace("ids_jwt_", ""), "without its prefix"],
    [
      "the secret's decoded bytes",
      (secret) => Buffer.from(secret.replace("ids_jwt_", ""), "base64url"),
      "decoded from base64",
    ],
  ];
  it.each(mistakes)("names the mistake: %s", async (_name, toKey, words) => {
    const { secret } = await createSecret("jwt");
    const [head, payload] = signToken(soundClaims(), { secret }).split(".");
    const signature = createHmac("sha256", toKey(secret)).update(`${head}.${payload}`).digest("base64url");
    const result = await check({ token: `${head}.${payload}.${signature}` });
    expect(lineOf(result, "signature")).toMatchObject({ ok: false, detail: expect.stringContaining(words) });
  });

  it("names the mistake: a secret of the other kind", async () => {
    await createSecret("jwt");
    const { secret } = await createSecret("user_hash");
    const result = await check({ token: signToken(soundClaims(), { secret }) });
    expect(lineOf(result, "signature")?.detail).toContain("a secret for user hashes");
  });
});

describe("the check of a user hash", () => {
  it("tells what it proves, and that the rest is only declared", async () => {
    const { id, secret } = await createSecret("user_hash");
    const result = await check({ user_id: "42", user_hash: hashOf(secret, "42"), user_email: "a@b.example" });
    expect(result).toMatchObject({
      valid: true,
      visitor: { verification: "user_hash", user_id: "42", user_email: "a@b.example" },
      receives: {
        headers: [{ value: "42" }, { name: "X-User-Hash" }, { name: "X-User-Verified", value: "user_id" }],
        body: [{ value: "42" }, { name: "user_email", value: "a@b.example" }, { name: "user_hash" }],
      },
    });
    const none = { ok: null, detail: "A user hash proves the id alone, and has no times." };
    expect(result.checks).toEqual([
      { rule: "shape", ok: true, detail: "A user id and a user hash." },
      { rule: "algorithm", ok: true, detail: "HMAC-SHA256 of the id, under a secret for user hashes." },
      { rule: "key_found", ok: true, detail: `Made with the identity secret ${id}.` },
      { rule: "signature", ok: true, detail: "The hash is right." },
      { rule: "expiry", ...none },
      { rule: "not_before", ...none },
      { rule: "lifetime", ...none },
      { rule: "audience", ...none },
      { rule: "subject", ok: true, detail: 'The visitor\'s id is "42".' },
      { rule: "profile", ok: true, detail: 'Only declared, not proved: e-mail "a@b.example".' },
    ]);
  });

  it("is refused by a site that takes tokens alone", async () => {
    const { secret } = await createSecret("user_hash");
    await api.asOperator("PATCH", `/sites/${site}`, { requireJwt: true });
    const result = await check({ user_id: "42", user_hash: hashOf(secret, "42") });
    expect(result).toMatchObject({ valid: false, code: "identity_wrong_algorithm" });
    expect(lineOf(result, "algorithm")).toMatchObject({ ok: false });
  });

  it("leaves out what is only declared where the site says so", async () => {
    const { secret } = await createSecret("user_hash");
    await api.asOperator("PATCH", `/sites/${site}`, { sendDeclaredFields: false });
    const proof = { user_id: "42", user_hash: hashOf(secret, "42"), user_email: "a@b.example" };
    const { receives } = await check(proof);
    expect(receives?.body.map(({ name }) => name)).toEqual(["user_id", "user_hash"]);
  });

  const mistakes: [string, (secret: string) => object, string][] = [
    ["upper case", (secret) => ({ user_hash: hashOf(secret, "u 1").toUpperCase() }), "lower case"],
    [
      "another text",
      (secret) => ({ user_id: " u 1", user_hash: hashOf(secret, "u 1") }),
      'the hash of "u 1"',
    ],
    ["key and text swapped", (secret) => ({ user_hash: hashOf("u 1", secret) }), "swapped"],
    [
      "a line break behind the secret",
      (secret) => ({ user_hash: hashOf(`${secret}\n`, "u 1") }),
      "line break",
    ],
  ];
  it.each(mistakes)("names the mistake: %s", async (_name, toProof, words) => {
    const { secret } = await createSecret("user_hash");
    const result = await check({ user_id: "u 1", ...toProof(secret) });
    expect(result.valid).toBe(false);
    expect(lineOf(result, "signature")).toMatchObject({ ok: false, detail: expect.stringContaining(words) });
  });

  it("names the mistake: a secret of the other kind", async () => {
    await createSecret("user_hash");
    const { secret } = await createSecret("jwt");
    const result = await check({ user_id: "42", user_hash: hashOf(secret, "42") });
    expect(lineOf(result, "signature")?.detail).toContain("a secret for tokens");
  });
});
