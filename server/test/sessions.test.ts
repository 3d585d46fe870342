import { createHmac } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSecret, createSite, openSession, PAGE_ORIGIN, startErrand, type Errand } from "./errand.ts";
import { createScriptedModel, says } from "./scripted-model.ts";

const model = createScriptedModel();
let errand: Errand;
let site: string;
let jwtSecret: string;
let hashSecret: string;

beforeAll(async () => {
  errand = await startErrand({ models: model });
  site = await createSite(errand, { defaultLocale: "az" });
  jwtSecret = await createSecret(errand, site, "jwt");
  hashSecret = await createSecret(errand, site, "user_hash");
});
afterAll(() => errand.close());

const signToken = (claims: Record<string, unknown>): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("10m")
    .sign(new TextEncoder().encode(jwtSecret));
const hashOf = (userId: string): string => createHmac("sha256", hashSecret).update(userId).digest("hex");

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  errand.visit("/v1/sessions", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

it("is sent under the scheme's name in any case (RFC 9110 §11.1)", async () => {
  const { session } = await openSession(errand, site);
  const ask = (authorization: string) => errand.visit("/v1/chats", { headers: { authorization } });
  expect((await ask(`bearer ${session.session}`)).status).toBe(200);
  expect((await ask(session.session)).status).toBe(401);
});

describe("POST /v1/sessions", () => {
  it("takes null for what a page has nothing to say about, except for a proof", async () => {
    const opened = await post({ site, locale: null, previous: null });
    expect([opened.status, await opened.json()]).toMatchObject([201, { locale: "az" }]);
    const refused = await post({ site, identity: null });
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: "identity_missing" }]);
  });

  it("opens an anonymous session in the site's locale", async () => {
    const { session } = await openSession(errand, site);
    expect(session).toEqual({
      session: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
      locale: "az",
      visitor: { verification: "anonymous" },
    });
  });

  it("proves a visitor by a signed token", async () => {
    const token = await signToken({ sub: "user-1", email: "a@example.com", name: "Aysel" });
    const { session } = await openSession(errand, site, { identity: { token }, locale: "en_gb" });
    expect(session).toMatchObject({
      locale: "en-GB",
      visitor: { verification: "jwt", user_id: "user-1", user_email: "a@example.com", user_name: "Aysel" },
    });
  });

  it("proves a visitor's id by a user hash", async () => {
    const identity = { user_id: "user-1", user_hash: hashOf("user-1"), user_email: "said@example.com" };
    const { session } = await openSession(errand, site, { identity });
    expect(session.visitor).toEqual({
      verification: "user_hash",
      user_id: "user-1",
      user_email: "said@example.com",
    });
  });

  const refusals: [string, () => Promise<Response>, number, string][] = [
    ["an unknown site", () => post({ site: "site_none" }), 404, "not_found"],
    [
      "an origin that is not allowed",
      () => post({ site }, { origin: "https://evil.example" }),
      403,
      "origin_not_allowed",
    ],
    ["the origin null", () => post({ site }, { origin: "null" }), 403, "origin_not_allowed"],
    [
      "a wrong hash",
      () => post({ site, identity: { user_id: "u", user_hash: hashOf("v") } }),
      401,
      "identity_hash_mismatch",
    ],
    ["a token that is none", () => post({ site, identity: { token: "abc" } }), 401, "identity_malformed"],
    [
      "a body that is not JSON",
      () => post("x", { "content-type": "text/plain" }),
      415,
      "unsupported_media_type",
    ],
    ["a body without a site", () => post({}), 400, "invalid_request"],
  ];
  for (const [what, request, status, code] of refusals) {
    it(`refuses ${what} with ${status} ${code}`, async () => {
      const response = await request();
      expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
      expect({ status: response.status, body: await response.json() }).toMatchObject({
        status,
        body: { status, code },
      });
    });
  }

  it("lets an allowed page read the answer, and only such a page", async () => {
    const allowed = await errand.visit("/v1/sessions", { method: "OPTIONS" });
    expect(allowed.headers.get("access-control-allow-origin")).toBe(PAGE_ORIGIN);
    const other = await errand.visit("/v1/sessions", {
      method: "OPTIONS",
      headers: { origin: "https://evil.example" },
    });
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
    expect([allowed, other].map((response) => response.headers.get("vary"))).toEqual(["Origin", "Origin"]);
  });
});

describe("a visitor who signs in", () => {
  it("keeps what they wrote before, once", async () => {
    const anonymous = await openSession(errand, site);
    model.steps.push(says("Hello."));
    await anonymous.say("cnv_before_sign_in", "Hi");
    const identity = { user_id: "merged", user_hash: hashOf("merged") };
    const verified = await openSession(errand, site, { identity, previous: anonymous.session.session });
    expect(verified.session.conversation).toBe("cnv_before_sign_in");
    expect(await verified.history("cnv_before_sign_in")).toHaveLength(2);
    const other = { user_id: "other", user_hash: hashOf("other") };
    const second = await openSession(errand, site, { identity: other, previous: verified.session.session });
    expect(second.session.conversation).toBeUndefined();
    expect((await second.fetch("GET", "/v1/chat/cnv_before_sign_in")).status).toBe(404);
  });

  it("is forgotten by DELETE /v1/sessions/current", async () => {
    const visitor = await openSession(errand, site);
    expect((await visitor.fetch("DELETE", "/v1/sessions/current")).status).toBe(204);
    const after = await visitor.fetch("GET", "/v1/chats");
    expect([after.status, await after.json()]).toMatchObject([401, { code: "session_expired" }]);
  });

  it.each([
    ["is removed", (path: string) => errand.admin("DELETE", path)],
    ["has ended", (path: string) => errand.admin("PATCH", path, { endsAt: "2020-01-01T00:00:00Z" })],
  ])("loses the session when the secret that signed it %s", async (_how, end) => {
    const { id, secret } = await errand.admin<{ id: string; secret: string }>(
      ...(["POST", `/sites/${site}/identity-secrets`, { kind: "user_hash" }] as const),
    );
    const user_hash = createHmac("sha256", secret).update("u").digest("hex");
    const identity = { user_id: "u", user_hash };
    const visitor = await openSession(errand, site, { identity });
    expect((await visitor.fetch("GET", "/v1/chats")).status).toBe(200);
    await end(`/sites/${site}/identity-secrets/${id}`);
    expect((await visitor.fetch("GET", "/v1/chats")).status).toBe(401);
    const again = await post({ site, identity });
    expect([again.status, await again.json()]).toMatchObject([401, { code: "identity_hash_mismatch" }]);
  });

  it("is not taken for somebody of another site or origin, whose session stays as it is", async () => {
    const elsewhere = "https://other.example.com";
    const otherSite = await createSite(errand, { allowedOrigins: [PAGE_ORIGIN, elsewhere] });
    const stranger = await openSession(errand, otherSite);
    model.steps.push(says("Hello."));
    await stranger.say("cnv_of_other_site", "Hi");
    const previous = stranger.session.session;
    const identity = { user_id: "taker", user_hash: hashOf("taker") };
    const taker = await openSession(errand, site, { identity, previous });
    expect(taker.session.conversation).toBeUndefined();
    const fromElsewhere = await post({ site: otherSite, previous }, { origin: elsewhere });
    expect(await fromElsewhere.json()).not.toHaveProperty("conversation");
    expect(await stranger.history("cnv_of_other_site")).toHaveLength(2);
  });

  it("is turned away as soon as the site no longer allows the page", async () => {
    const own = await createSite(errand);
    const visitor = await openSession(errand, own);
    expect((await visitor.fetch("GET", "/v1/chats")).status).toBe(200);
    await errand.admin("PATCH", `/sites/${own}`, { allowedOrigins: ["https://other.example.com"] });
    const after = await visitor.fetch("GET", "/v1/chats");
    expect([after.status, await after.json()]).toMatchObject([403, { code: "origin_not_allowed" }]);
  });

  it("is known by the bearer header alone, never by an address or a cookie", async () => {
    const { session } = (await openSession(errand, site)).session;
    for (const name of ["session", "access_token", "token", "authorization"]) {
      const cookie = `${name}=${session}; errand_session=${session}`;
      const answer = await errand.visit(`/v1/chats?${name}=${session}`, { headers: { cookie } });
      expect([answer.status, await answer.json()]).toMatchObject([401, { code: "unauthorized" }]);
    }
  });

  it("cannot use the session from another origin", async () => {
    const visitor = await openSession(errand, site);
    const response = await errand.visit("/v1/chats", {
      headers: { authorization: `Bearer ${visitor.session.session}`, origin: "https://evil.example" },
    });
    expect(response.status).toBe(401);
  });
});
