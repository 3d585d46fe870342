import { createHmac } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { createAction, createSecret, createSite, openSession, startErrand, type Errand } from "./errand.ts";
import { calls, createScriptedModel, says } from "./scripted-model.ts";

const model = createScriptedModel();
let log = "";
let errand: Errand;
let endpoint: Endpoint;

beforeAll(async () => {
  endpoint = await startEndpoint();
  errand = await startErrand({
    models: model,
    endpoint,
    environment: { ERRAND_LOG_LEVEL: "trace", ERRAND_REDIS_URL: "redis://:redis-password@127.0.0.1:1" },
    logTo: { write: (line) => void (log += line) },
  });
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
});

const postSession = (body: string): Promise<Response> =>
  errand.visit("/v1/sessions", { method: "POST", headers: { "content-type": "application/json" }, body });

it("names the Redis that does not answer, and not its password", () => {
  expect(log).toContain("127.0.0.1:1");
  expect(log).not.toContain("redis-password");
});

it("holds nothing secret of a session, a chat, and everything that goes wrong in them", async () => {
  const site = await createSite(errand);
  const jwtSecret = await createSecret(errand, site, "jwt");
  const hashSecret = await createSecret(errand, site, "user_hash");
  await createAction(errand, site, {
    identifier: "lookup_order",
    url: `${endpoint.origin}/orders/{{order}}`,
    parameters: [{ name: "order" }],
    auth: { type: "bearer", credential: "owners-endpoint-key-0123456789" },
  });
  const token = await new SignJWT({ sub: "user-1", email: "ada@example.com", name: "Ada" })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("10m")
    .sign(new TextEncoder().encode(jwtSecret));
  const user_hash = createHmac("sha256", hashSecret).update("user-2").digest("hex");
  const visitor = await openSession(errand, site, { identity: { token } });
  await openSession(errand, site, { identity: { user_id: "user-2", user_hash } });

  // An error as vendors' adapters throw it, with the whole request hanging on it.
  const refusal = Object.assign(new Error("vendor refused ada@example.com, key Bearer sk-live-0123456789"), {
    requestBodyValues: { messages: ["my number is +994 50 123 45 67"] },
  });
  model.steps.push(calls(["lookup_order", { order: "ORD-1" }]), says("On its way."), refusal);
  await visitor.say("cnv_logged_01", "Where is ORD-1? I am ada@example.com, +994501234567");
  await visitor.say("cnv_logged_01", "And now?");
  await postSession(JSON.stringify({ site, identity: { token: `${token}x` } }));
  await postSession(JSON.stringify({ site, identity: { user_id: "ada@example.com", user_hash } }));
  await postSession(`{"token":"${token.slice(0, 20)}", ada@example.com`);
  await postSession('{"a": secretword}');
  await visitor.fetch("GET", "/v1/chat/ada@example.com");
  await visitor.fetch("GET", "/v1/chat/ada%40example.com");

  expect(log).toContain("turn failed");
  expect(log).toContain("request refused");
  const secrets = {
    token,
    beginning: token.slice(0, 20),
    signature: token.split(".")[2],
    user_hash,
    jwtSecret,
    hashSecret,
    session: visitor.session.session,
    credential: "owners-endpoint-key",
    key: "sk-live",
    email: "ada@example",
    escaped: "ada%40example",
    phone: "+994",
    body: "secretword",
    diary: "my number",
  };
  const found = Object.entries(secrets).filter(([, secret]) => log.includes(secret ?? "nothing"));
  expect(found).toEqual([]);
});
