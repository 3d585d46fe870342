import { createHmac, generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { ADMIN_TOKEN, createAction, createSecret, createSite, openSession, startErrand } from "./errand.ts";
import type { Errand } from "./errand.ts";
import { calls, createScriptedModel, says } from "./scripted-model.ts";

const CONVERSATION = "cnv_cross_site_1";
const CREDENTIAL = "the-key-that-site-one-entered";
const model = createScriptedModel();
let endpoint: Endpoint;
let errand: Errand;
/** The site that has something of everything, and the one through which it is asked for. */
let full: string;
let other: string;
/** Ids of what the full site has, by the part of the path in front of them. */
let ids: Record<string, string>;

const definition = (more: object = {}) => ({
  identifier: "look_up",
  name: "Look up",
  whenToUse: "When asked.",
  method: "GET",
  url: `${endpoint.origin}/orders`,
  ...more,
});
const CASE = { name: "Greets", turns: ["Hi"], expected: { action: null } };

beforeAll(async () => {
  endpoint = await startEndpoint();
  errand = await startErrand({ endpoint, models: model });
  [full, other] = [await createSite(errand), await createSite(errand)];
  const make = async (path: string, body?: object): Promise<string> =>
    (await errand.admin<{ id: string }>("POST", `/sites/${full}/${path}`, body)).id;
  const auth = { type: "bearer", credential: CREDENTIAL };
  const action = await createAction(errand, full, definition({ auth }));
  const userHash = createHmac("sha256", await createSecret(errand, full, "user_hash")).update("jane");
  const identity = { user_id: "jane", user_hash: userHash.digest("hex") };
  model.steps.push(calls(["look_up", {}]), says("Found."));
  await (await openSession(errand, full, { identity })).say(CONVERSATION, "Where is it?");
  const [run] = (await errand.admin<{ items: { id: string }[] }>("GET", `/sites/${full}/runs`)).items;
  const pem = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" });
  ids = {
    actions: action,
    "identity-secrets": await make("identity-secrets", { kind: "jwt" }),
    "identity-keys": await make("identity-keys", { source: "pem", algorithm: "EdDSA", value: pem }),
    "webhook-secrets": await make("webhook-secrets"),
    evals: await make("evals", CASE),
    try: await make("try", { visitor: { verification: "anonymous" } }),
    runs: run?.id ?? "",
    conversations: CONVERSATION,
    visitors: "jane",
  };
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
});

const BODIES: Record<string, (kind: string) => object> = {
  patch: () => ({ label: "Taken" }),
  put: (kind) => (kind === "evals" ? CASE : definition()),
  post: () => ({ text: "From the other site" }),
};

async function ask(method: string, path: string, body?: object): Promise<[status: number, body: unknown]> {
  const answer = await fetch(`${errand.url}/admin/v1${path}`, {
    method: method.toUpperCase(),
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return [answer.status, text === "" ? undefined : JSON.parse(text)];
}

/** Everything that the owner of the full site can read of it. */
async function readFull(): Promise<unknown[]> {
  const parts = [...Object.keys(ids).filter((part) => part !== "try"), "config", `visitors/jane`];
  const read = await Promise.all(parts.map((part) => ask("GET", `/sites/${full}/${part}`)));
  return read.map((answer) => JSON.stringify(answer).replaceAll(/"exportedAt":"[^"]+"/g, ""));
}

describe("what belongs to one site", () => {
  it("is not found through another, by any route that takes its id", async () => {
    const document = (await (await fetch(`${errand.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const before = await readFull();
    const asked: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      const kind = /^\/admin\/v1\/sites\/\{site\}\/([\w-]+)\/\{\w+\}/.exec(path)?.[1];
      if (kind === undefined) continue;
      const id = ids[kind];
      if (id === undefined) throw new Error(`${path} is not asked: make a ${kind}`);
      const real = path
        .replace("/admin/v1", "")
        .replace("{site}", other)
        .replace(/\{\w+\}/, id);
      for (const method of Object.keys(methods)) {
        asked.push(`${method} ${path}`);
        const [status, body] = await ask(method, real, BODIES[method]?.(kind));
        if (kind === "try") expect([status, body]).toEqual([200, { items: [] }]);
        else expect([method, path, status]).toEqual([method, path, 404]);
      }
    }
    expect(asked.length).toBeGreaterThan(15);
    expect(await readFull()).toEqual(before);
  });

  it("lends its key to no test of another", async () => {
    const auth = { type: "bearer" };
    const borrowed = { savedFrom: ids["actions"], arguments: {} };
    endpoint.seen.length = 0;
    expect(
      await ask("POST", `/sites/${other}/actions/test`, { ...borrowed, action: definition({ auth }) }),
    ).toMatchObject([400, { errors: [{ pointer: "/action/auth/credential" }] }]);
    expect(endpoint.seen).toEqual([]);
  });
});
