import { createHash, createHmac } from "node:crypto";
import type { ActionTestResult } from "@errand/shared/action-test";
import type { WebhookSecretView } from "@errand/shared/site";
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from "jose";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startEndpoint, type Endpoint, type SeenRequest } from "./endpoint.ts";
import { createSite, startErrand, type Errand } from "./errand.ts";

let endpoint: Endpoint;
let errand: Errand;
let site: string;

beforeAll(async () => {
  endpoint = await startEndpoint();
  errand = await startErrand({ endpoint });
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
});
beforeEach(async () => {
  site = await createSite(errand);
  endpoint.seen.length = 0;
  endpoint.answer = () => ({});
});

const ANY = expect.any(String) as string;
const VISITOR = { verification: "user_hash", user_id: "u-şəfəq" };

/** Tries an action on the endpoint, and answers what that saw last. */
async function call(action: Record<string, unknown> = {}, visitor: object = VISITOR, dryRun = false) {
  const definition = {
    identifier: "create_order",
    name: "Create order",
    whenToUse: "When asked.",
    method: "POST",
    url: `${endpoint.origin}/orders?note=a%20b`,
    body: { mode: "fields", fields: [{ name: "text", value: "çay" }] },
    ...action,
  };
  const test = { action: definition, visitor, dryRun };
  const result = await errand.admin<ActionTestResult>("POST", `/sites/${site}/actions/test`, test);
  return { result, seen: endpoint.seen.at(-1) as SeenRequest };
}

const createWebhookSecret = () =>
  errand.admin<WebhookSecretView & { secret: string }>(
    "POST",
    `/sites/${site}/webhook-secrets`,
    undefined,
    201,
  );

/** The signature of Standard Webhooks, made without the product's code. */
function expectedSignature(secret: string, { headers, body }: SeenRequest): string {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return `v1,${createHmac("sha256", key).update(content, "utf8").digest("base64")}`;
}

async function verifyAssertion({
  headers,
}: SeenRequest): Promise<{ payload: JWTPayload; kid: string | undefined }> {
  const keys = createRemoteJWKSet(new URL(`${errand.url}/.well-known/jwks.json`));
  const options = {
    algorithms: ["EdDSA"],
    issuer: errand.url,
    audience: endpoint.origin,
    requiredClaims: ["jti"],
    maxTokenAge: 60,
  };
  const { payload, protectedHeader } = await jwtVerify(headers["x-errand-assertion"] ?? "", keys, options);
  return { payload, kid: protectedHeader.kid };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64url");

it("a call with a body is signed under the site's secret and asserted under the published key", async () => {
  const { secret } = await createWebhookSecret();
  const { seen } = await call();
  expect(seen.body).toContain("çay");
  expect(seen.headers["webhook-signature"]).toBe(expectedSignature(secret, seen));
  expect(Math.abs(Number(seen.headers["webhook-timestamp"]) - Date.now() / 1_000)).toBeLessThan(30);
  const { payload, kid } = await verifyAssertion(seen);
  expect(kid).toMatch(/^key_/);
  expect(payload).toEqual({
    iss: errand.url,
    aud: endpoint.origin,
    sub: VISITOR.user_id,
    act: "create_order",
    run: seen.headers["webhook-id"],
    htm: "POST",
    htu: `${endpoint.origin}/orders`,
    bdy: sha256(seen.body),
    iat: Number(seen.headers["webhook-timestamp"]),
    exp: Number(seen.headers["webhook-timestamp"]) + 60,
    jti: ANY,
  });
  expect(seen.headers["webhook-id"]).toBe(seen.headers["idempotency-key"]);
});

it("a call without a body is signed over the empty one", async () => {
  const { secret } = await createWebhookSecret();
  const { seen } = await call({ method: "GET", body: { mode: "fields", fields: [] } });
  expect(seen.body).toBe("");
  expect(seen.headers["webhook-signature"]).toBe(expectedSignature(secret, seen));
  expect((await verifyAssertion(seen)).payload).toMatchObject({ htm: "GET", bdy: sha256("") });
});

it.each([
  ["an anonymous visitor", {}, { verification: "anonymous" }],
  ["a visitor whom the endpoint is not to know", { sendVisitorIdentity: false }, VISITOR],
])("an assertion for %s names nobody", async (_name, action, visitor) => {
  const { payload } = await verifyAssertion((await call(action, visitor)).seen);
  expect(payload).not.toHaveProperty("sub");
});

it("no two calls have the same proof", async () => {
  const [first, second] = [(await call()).seen, (await call()).seen];
  for (const name of ["webhook-id", "webhook-signature", "x-errand-assertion"]) {
    expect(first.headers[name]).not.toBe(second.headers[name]);
  }
});

it("while several secrets live, a call is signed under each, the newest first", async () => {
  const older = await createWebhookSecret();
  const newer = await createWebhookSecret();
  const both = (await call()).seen;
  const signatures = [newer, older].map(({ secret }) => expectedSignature(secret, both));
  expect(both.headers["webhook-signature"]).toBe(signatures.join(" "));
  await errand.admin("DELETE", `/sites/${site}/webhook-secrets/${older.id}`, undefined, 204);
  const { seen } = await call();
  expect(seen.headers["webhook-signature"]).toBe(expectedSignature(newer.secret, seen));
});

it("a site's first call makes its first secret, which later calls keep", async () => {
  const { seen } = await call();
  const list = () => errand.admin<{ items: WebhookSecretView[] }>("GET", `/sites/${site}/webhook-secrets`);
  const { items } = await list();
  expect(items).toEqual([{ id: expect.stringMatching(/^whs_/) as string, createdAt: ANY, hint: ANY }]);
  expect(seen.headers["webhook-signature"]).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
  await call();
  expect((await list()).items).toEqual(items);
});

it("the owner sees the proof in a test and in a dry run", async () => {
  const { result, seen } = await call();
  expect(result.request?.headers).toMatchObject({
    "webhook-id": seen.headers["webhook-id"],
    "webhook-timestamp": seen.headers["webhook-timestamp"],
    "webhook-signature": seen.headers["webhook-signature"],
    "X-Errand-Assertion": seen.headers["x-errand-assertion"],
  });
  const dry = await call({}, VISITOR, true);
  expect(endpoint.seen).toHaveLength(1);
  expect(Object.keys(dry.result.request?.headers ?? {})).toEqual(Object.keys(result.request?.headers ?? {}));
});

it("an endpoint that echoes its headers brings no proof into its answer", async () => {
  endpoint.answer = ({ headers }) => ({ body: headers });
  await createWebhookSecret();
  await createWebhookSecret();
  const { result, seen } = await call();
  const signatures = seen.headers["webhook-signature"]?.split(" ") ?? [];
  expect(signatures).toHaveLength(2);
  for (const proof of [...signatures, seen.headers["x-errand-assertion"] ?? ""]) {
    expect(result.response?.body).not.toContain(proof);
  }
  expect(JSON.parse(result.response?.body ?? "")).toMatchObject({
    "webhook-signature": "[redacted] [redacted]",
    "x-errand-assertion": "[redacted]",
  });
});

it("the public keys may be read and kept for five minutes by any page", async () => {
  const answer = await fetch(`${errand.url}/.well-known/jwks.json`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/jwk-set+json"]);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const key = { kty: "OKP", crv: "Ed25519", x: ANY, kid: ANY, alg: "EdDSA", use: "sig" };
  expect(await answer.json()).toEqual({ keys: [key] });
});

it("the key that signs outlives a restart", async () => {
  const before = await verifyAssertion((await call()).seen);
  await errand.restart();
  expect((await verifyAssertion((await call()).seen)).kid).toBe(before.kid);
});
