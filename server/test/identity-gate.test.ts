import { createHmac } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import {
  createAction,
  createSecret,
  createSite,
  openSession,
  startErrand,
  type Errand,
  type VisitorClient,
} from "./errand.ts";
import { calls, createScriptedModel, says } from "./scripted-model.ts";

const model = createScriptedModel();
let endpoint: Endpoint;
let errand: Errand;
let site: string;
let jwtSecret: string;
let hashSecret: string;
let count = 0;

beforeAll(async () => {
  endpoint = await startEndpoint();
  errand = await startErrand({ models: model, endpoint });
  site = await createSite(errand);
  jwtSecret = await createSecret(errand, site, "jwt");
  hashSecret = await createSecret(errand, site, "user_hash");
  const gated = { requireVerifiedIdentity: true, confirmation: "never" };
  const url = (path: string) => `${endpoint.origin}/${path}`;
  for (const action of [
    { identifier: "open_to_all", url: url("open") },
    { identifier: "for_signed_in", url: url("orders"), ...gated },
    { identifier: "with_email", url: `${url("mail")}?to={{identity.email}}`, ...gated },
    {
      identifier: "for_pro",
      url: url("pro"),
      ...gated,
      claimRules: [{ claim: "plan", in: ["pro", "team"] }],
    },
    {
      identifier: "for_admins",
      url: url("admin"),
      ...gated,
      claimRules: [{ claim: "roles", in: ["admin"] }],
    },
    { identifier: "for_level_1", url: url("level"), ...gated, claimRules: [{ claim: "level", in: [1] }] },
  ]) {
    await createAction(errand, site, action);
  }
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
});
beforeEach(() => {
  model.steps.length = 0;
  model.asked.length = 0;
  endpoint.seen.length = 0;
});

const GATED = ["for_signed_in", "with_email", "for_pro", "for_admins", "for_level_1"];

async function withToken(claims: Record<string, unknown>, expiresInSeconds = 600): Promise<VisitorClient> {
  const token = await sign(claims, jwtSecret, expiresInSeconds);
  return openSession(errand, site, { identity: { token } });
}

const sign = (claims: Record<string, unknown>, secret: string, expiresInSeconds = 600) =>
  new SignJWT({ sub: "42", ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime(Math.floor(Date.now() / 1_000) + expiresInSeconds)
    .sign(new TextEncoder().encode(secret));

function withHash(): Promise<VisitorClient> {
  const user_hash = createHmac("sha256", hashSecret).update("42").digest("hex");
  const identity = { user_id: "42", user_hash, user_email: "declared@example.com" };
  return openSession(errand, site, { identity });
}

const inFewSeconds = 5;
/** Within the skew that a token is still taken with, its claims are over already. */
const JUST_OVER = -inFewSeconds;

const visitors: [who: string, open: () => Promise<VisitorClient>, offered: string[]][] = [
  ["an anonymous visitor", () => openSession(errand, site), []],
  ["a visitor with a user hash", withHash, ["for_signed_in"]],
  ["a token with the id alone", () => withToken({}), ["for_signed_in"]],
  ["a token with an e-mail", () => withToken({ email: "a@example.com" }), ["for_signed_in", "with_email"]],
  ["a token with a claim that fits", () => withToken({ plan: "team" }), ["for_signed_in", "for_pro"]],
  ["a token with a claim that does not", () => withToken({ plan: "free" }), ["for_signed_in"]],
  ["a claim in other case", () => withToken({ plan: "Pro" }), ["for_signed_in"]],
  [
    "a list that holds the value",
    () => withToken({ roles: ["user", "admin"] }),
    ["for_signed_in", "for_admins"],
  ],
  ["a list of lists", () => withToken({ roles: [["admin"]] }), ["for_signed_in"]],
  ["an object", () => withToken({ roles: { admin: true } }), ["for_signed_in"]],
  ["a number", () => withToken({ level: 1 }), ["for_signed_in", "for_level_1"]],
  ["a number as text", () => withToken({ level: "1" }), ["for_signed_in"]],
  [
    "a token that is over",
    () => withToken({ email: "a@example.com", plan: "pro", roles: ["admin"], level: 1 }, JUST_OVER),
    ["for_signed_in"],
  ],
];

describe.each(visitors)("%s", (_who, open, offered) => {
  it("is offered what their proof opens, and refused everything else in code", async () => {
    const visitor = await open();
    model.steps.push(calls(...GATED.map((name): [string, object] => [name, {}])), says("Done."));
    await visitor.say(`cnv_gate_${(count += 1)}`, "All of it");
    expect(model.asked[0]?.tools?.map(({ name }) => name).toSorted()).toEqual(
      ["open_to_all", ...offered].toSorted(),
    );
    const paths = {
      for_signed_in: "/orders",
      with_email: "/mail",
      for_pro: "/pro",
      for_admins: "/admin",
      for_level_1: "/level",
    };
    const allowed = offered.map((name) => paths[name as keyof typeof paths]);
    expect(endpoint.seen.map(({ path }) => path.replace(/\?.*/, "")).toSorted()).toEqual(allowed.toSorted());
    const told = JSON.stringify(model.asked[1]?.prompt);
    expect(told.split('"identity_required"').length - 1).toBe(GATED.length - offered.length);
  });
});

describe("what is hidden from a visitor", () => {
  const SIGN_IN = "become available once the visitor signs in";
  const DENIED = "are not available for this visitor's account";
  it.each([
    ["waits for an anonymous one to sign in", () => openSession(errand, site), SIGN_IN, DENIED],
    ["waits for one whose token is over", () => withToken({ plan: "pro" }, JUST_OVER), SIGN_IN, DENIED],
    ["is for others than one who is signed in", () => withToken({ plan: "free" }), DENIED, SIGN_IN],
    ["is for others than one with a user hash", withHash, DENIED, SIGN_IN],
  ])("%s", async (_fact, open, said, unsaid) => {
    const visitor = await open();
    model.steps.push(calls(["for_pro", {}]), says("No."));
    await visitor.say(`cnv_gate_${(count += 1)}`, "Be pro");
    const [system] = model.asked[0]?.prompt ?? [];
    expect(system?.content).toContain(said);
    expect(system?.content).not.toContain(unsaid);
    const reason = said === DENIED ? "for_pro is not available for this visitor's account" : "sign in first";
    expect(JSON.stringify(model.asked[1]?.prompt)).toContain(reason);
  });
});

describe("a message after the token has ended", () => {
  const message = () => ({
    id: `cnv_gate_${(count += 1)}`,
    message: { id: `msg_gate_${count}`, role: "user", parts: [{ type: "text", text: "Mail me" }] },
  });

  it("asks a page that can renew it for a fresh one, before anything is stored", async () => {
    const visitor = await withToken({ email: "a@example.com" }, JUST_OVER);
    const body = message();
    const asked = await visitor.fetch("POST", "/v1/chat?renewable=1", body);
    expect([asked.status, await asked.json()]).toMatchObject([401, { code: "identity_expired" }]);
    expect((await visitor.fetch("GET", `/v1/chat/${body.id}`)).status).toBe(404);
    expect(model.asked).toEqual([]);
  });

  it("goes on without what needs identity when there is none", async () => {
    const visitor = await withToken({ email: "a@example.com" }, JUST_OVER);
    model.steps.push(says("Please sign in."));
    expect((await visitor.fetch("POST", "/v1/chat", message())).status).toBe(200);
    expect(JSON.stringify(model.asked[0]?.prompt)).toContain("become available once the visitor signs in");
  });

  it("is taken from whoever has claims, or never had any", async () => {
    for (const open of [() => withToken({}), withHash, () => openSession(errand, site)]) {
      model.steps.push(says("Hello."));
      const visitor = await open();
      expect((await visitor.fetch("POST", "/v1/chat?renewable=1", message())).status).toBe(200);
    }
  });
});

describe("a rule over claims", () => {
  const draft = (more: object) => ({
    identifier: "x",
    name: "X",
    whenToUse: "Now.",
    method: "GET",
    url: `${endpoint.origin}/x`,
    ...more,
  });
  const test = (action: object, visitor: object) =>
    errand.admin<{ outcome: string; message?: string }>("POST", `/sites/${site}/actions/test`, {
      action,
      visitor,
    });

  it("needs a verified visitor to stand over", async () => {
    const action = draft({ claimRules: [{ claim: "plan", in: ["pro"] }] });
    const refused = await errand.admin<{ errors: object[] }>("POST", `/sites/${site}/actions`, action, 400);
    expect(refused.errors).toEqual([
      { pointer: "/claimRules", message: 'rules over claims need "Require verified identity" to be on' },
    ]);
  });

  it("names one claim and at least one value", async () => {
    for (const rule of [
      { claim: "", in: ["a"] },
      { claim: "plan", in: [] },
      { claim: "plan", in: [{}] },
    ]) {
      const action = draft({ requireVerifiedIdentity: true, claimRules: [rule] });
      await errand.admin("POST", `/sites/${site}/actions`, action, 400);
    }
  });

  it("tells the owner in a test which claim is missing", async () => {
    const action = draft({ requireVerifiedIdentity: true, claimRules: [{ claim: "plan", in: ["pro", 2] }] });
    const visitor = { verification: "jwt", user_id: "42", claims: { plan: "free" } };
    expect(await test(action, visitor)).toMatchObject({
      outcome: "identity_required",
      message: 'The action is for visitors whose signed claim "plan" is "pro" or 2.',
    });
    expect(await test(action, { ...visitor, claims: { plan: "pro" } })).toMatchObject({ outcome: "ok" });
  });

  it("finds no claim that nobody signed", async () => {
    const claimRules = [{ claim: "constructor", in: ["x"] }];
    const action = draft({ requireVerifiedIdentity: true, claimRules });
    const visitor = { verification: "jwt", user_id: "42", claims: {} };
    expect(await test(action, visitor)).toMatchObject({ outcome: "identity_required" });
  });
});

describe("an endpoint", () => {
  const send = async (open: () => Promise<VisitorClient>) => {
    const visitor = await open();
    model.steps.push(calls(["write", {}]), says("Done."));
    await visitor.say(`cnv_gate_${(count += 1)}`, "Write");
    const { headers = {}, body = "{}" } = endpoint.seen.at(-1) ?? {};
    return { verified: headers["x-user-verified"], body: JSON.parse(body) as Record<string, string> };
  };
  beforeAll(async () => {
    const url = `${endpoint.origin}/write`;
    await createAction(errand, site, { identifier: "write", method: "POST", url, confirmation: "never" });
  });

  it("is told which fields were proved, and gets declared ones as declared", async () => {
    expect(await send(withHash)).toMatchObject({
      verified: "user_id",
      body: { user_id: "42", user_email: "declared@example.com" },
    });
    expect(await send(() => withToken({ email: "proved@example.com" }))).toMatchObject({
      verified: "user_id, user_email",
      body: { user_email: "proved@example.com" },
    });
  });

  it("gets no declared field of a site that leaves them out", async () => {
    await errand.admin("PATCH", `/sites/${site}`, { sendDeclaredFields: false });
    const { verified, body } = await send(withHash);
    expect([verified, Object.keys(body)]).toEqual(["user_id", ["user_id", "user_hash"]]);
    expect((await send(() => withToken({ email: "proved@example.com" }))).body).toMatchObject({
      user_email: "proved@example.com",
    });
    await errand.admin("PATCH", `/sites/${site}`, { sendDeclaredFields: true });
  });

  it.each([
    ["removed", (path: string) => errand.admin("DELETE", path)],
    ["ended", (path: string) => errand.admin("PATCH", path, { endsAt: "2020-01-01T00:00:00Z" })],
  ])("hears nothing more in a turn whose secret is %s meanwhile", async (_how, revoke) => {
    const path = `/sites/${site}/identity-secrets`;
    const made = await errand.admin<{ id: string; secret: string }>("POST", path, { kind: "jwt" });
    const token = await sign({}, made.secret);
    const visitor = await openSession(errand, site, { identity: { token } });
    const revokeThenCall = async () => {
      await revoke(`${path}/${made.id}`);
      return calls(["open_to_all", {}]);
    };
    model.steps.push(calls(["write", {}]), revokeThenCall, says("Please sign in."));
    await visitor.say(`cnv_gate_${(count += 1)}`, "Write, and look");
    expect(endpoint.seen).toHaveLength(1);
    expect(JSON.stringify(model.asked.at(-1)?.prompt.at(-1))).toContain("identity_required");
  });
});
