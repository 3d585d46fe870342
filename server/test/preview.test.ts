import { createHmac } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { PreviewTrace, PreviewView } from "@errand/shared/preview";
import type { SessionResponse } from "@errand/shared/wire";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import {
  createAction,
  createSecret,
  createSite,
  openSession,
  readChunks,
  spokenIn,
  startErrand,
} from "./errand.ts";
import type { Errand } from "./errand.ts";
import { calls, createScriptedModel, says } from "./scripted-model.ts";

const PASSWORD = "correct horse battery staple";
const model = createScriptedModel();
let endpoint: Endpoint;
let errand: Errand;
let site: string;
let cookie: string;

beforeAll(async () => {
  endpoint = await startEndpoint();
  errand = await startErrand({
    models: model,
    endpoint,
    environment: { ERRAND_ADMIN_PASSWORD: PASSWORD },
  });
  const answer = await fetch(`${errand.url}/admin/v1/login`, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
    body: JSON.stringify({ password: PASSWORD }),
  });
  cookie = answer.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
});
beforeEach(async () => {
  site = await createSite(errand);
  endpoint.seen.length = 0;
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
});

const draftOf = (part: object = {}) => ({
  identifier: "lookup_order",
  name: "Look up order",
  whenToUse: "When asked.",
  enabled: false,
  method: "GET",
  url: `${endpoint.origin}/draft`,
  parameters: [],
  ...part,
});
const tryIt = (body: object, status = 201) =>
  errand.admin<PreviewView>("POST", `/sites/${site}/try`, body, status);
const open = (path: string, headers: Record<string, string> = { cookie }) =>
  fetch(`${errand.url}${path}`, { headers });

/** Begins the session as the preview's own page does. */
async function begin(preview: PreviewView): Promise<SessionResponse> {
  const script = await (await open(`${preview.path}/start.js`)).text();
  const { identity } = JSON.parse(/= (\{.*\});$/.exec(script)?.[1] ?? "") as { identity: { token: string } };
  const answer = await fetch(`${errand.url}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: new URL(errand.url).origin },
    body: JSON.stringify({ site, identity }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as SessionResponse;
}

function say(session: string, text: string, tools: object[] = []): Promise<Response> {
  const message = { id: `msg_${crypto.randomUUID()}`, role: "user", parts: [{ type: "text", text }] };
  return fetch(`${errand.url}/v1/chat`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${session}` },
    body: JSON.stringify({ id: `cnv_${crypto.randomUUID()}`, message, tools }),
  });
}

it("talks to an unsaved draft as the chosen visitor, and leaves what is saved alone", async () => {
  await createAction(errand, site, { ...draftOf({ url: `${endpoint.origin}/saved` }), enabled: true });
  const auth = { type: "bearer", credential: "a-key-that-is-long-enough" };
  const preview = await tryIt({
    draft: draftOf({ auth, requireVerifiedIdentity: true }),
    visitor: { verification: "jwt", user_id: "42", claims: { email: "ada@example.com" } },
  });
  const { session, visitor } = await begin(preview);
  expect(visitor).toEqual({ verification: "jwt", user_id: "42", user_email: "ada@example.com" });

  model.steps.push(calls(["lookup_order", {}]), says("Done."));
  expect(spokenIn(await readChunks(await say(session, "Go")))).toBe("Done.");
  expect(
    endpoint.seen.map(({ path, headers }) => [path, headers["authorization"], headers["x-user-id"]]),
  ).toEqual([["/draft", "Bearer a-key-that-is-long-enough", "42"]]);

  const visitorOfSite = await openSession(errand, site);
  model.steps.push(calls(["lookup_order", {}]), says("Done."));
  await visitorOfSite.say("cnv_live_visitor", "Go");
  expect(endpoint.seen.at(-1)?.path).toBe("/saved");
});

it("tells the owner what the model saw, could choose and filled in", async () => {
  const parameters = [{ name: "order", label: "Order", type: "text", required: true }];
  const url = `${endpoint.origin}/orders/{{order}}`;
  const preview = await tryIt({ draft: draftOf({ url, parameters }) });
  const { session } = await begin(preview);
  model.steps.push(calls(["lookup_order", { order: "ORD-1" }]), says("On its way."));
  await readChunks(await say(session, "Where is ORD-1?"));
  const { items } = await errand.admin<PreviewTrace>("GET", `/sites/${site}/try/${preview.id}`);
  expect(items.map(({ steps }) => steps.map(({ parts }) => parts))).toEqual([
    [
      [{ type: "tool-call", toolName: "lookup_order", input: '{"order":"ORD-1"}' }],
      [{ type: "text", text: "On its way." }],
    ],
  ]);
  const [first] = items[0]?.steps ?? [];
  expect(first?.tools.map(({ name, description }) => [name, description])).toEqual([
    ["lookup_order", expect.stringContaining("When asked.")],
  ]);
  expect(first?.prompt.map(({ role }) => role)).toEqual(["system", "user"]);
});

it("keeps its conversations to itself, and ticks nothing of the checklist", async () => {
  const visitor = { verification: "user_hash", user_id: "42" };
  const { session } = await begin(await tryIt({ visitor }));
  model.steps.push(says("Hello"));
  await readChunks(await say(session, "Hi"));
  const own = await fetch(`${errand.url}/v1/chats`, { headers: { authorization: `Bearer ${session}` } });
  expect(((await own.json()) as { items: unknown[] }).items).toHaveLength(1);
  const again = await begin(await tryIt({ visitor }));
  expect(again.conversation).toBeUndefined();
  const { items } = await errand.admin<{ items: { isDone: boolean }[] }>("GET", `/sites/${site}/checklist`);
  expect(items.map(({ isDone }) => isDone)).toEqual([true, false, false, false, false]);
});

it("is no visit that a visitor's session could go on from", async () => {
  const { session } = await begin(await tryIt({ visitor: { verification: "anonymous" } }));
  model.steps.push(says("Hello"));
  await readChunks(await say(session, "Hi"));
  const userHash = createHmac("sha256", await createSecret(errand, site, "user_hash"));
  const identity = { user_id: "jane", user_hash: userHash.update("jane").digest("hex") };
  for (const proof of [{ identity }, {}, {}]) {
    const body = JSON.stringify({ site, previous: session, ...proof });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${errand.url}/v1/sessions`, { method: "POST", headers, body });
    expect([answer.status, (await answer.json()) as object]).toEqual([
      201,
      expect.not.objectContaining({ conversation: expect.anything() as string }),
    ]);
  }
  const kept = await fetch(`${errand.url}/v1/chats`, { headers: { authorization: `Bearer ${session}` } });
  expect(((await kept.json()) as { items: unknown[] }).items).toHaveLength(1);
});

it("uses the stored key of the saved action for the same endpoint, and for no other", async () => {
  const auth = { type: "bearer", credential: "the-stored-key-of-the-action" };
  const savedFrom = await createAction(errand, site, draftOf({ auth }));
  const draft = draftOf({ auth: { type: "bearer" }, url: `${endpoint.origin}/moved` });
  const { session } = await begin(await tryIt({ draft, savedFrom }));
  model.steps.push(calls(["lookup_order", {}]), says("Done."));
  await readChunks(await say(session, "Go"));
  expect(endpoint.seen.map(({ path, headers }) => [path, headers["authorization"]])).toEqual([
    ["/moved", "Bearer the-stored-key-of-the-action"],
  ]);
  const elsewhere = { ...draft, url: "https://api.example.com/moved" };
  await expect(tryIt({ draft: elsewhere, savedFrom }, 400)).resolves.toMatchObject({
    errors: [{ pointer: "/draft/auth/credential" }],
  });
});

it("names the fault of a draft or of settings by its place", async () => {
  await expect(tryIt({ draft: draftOf({ url: "http://plain.example.com" }) }, 400)).resolves.toMatchObject({
    errors: [{ pointer: "/draft/url", message: expect.any(String) as string }],
  });
  const settings = { appearance: { color: "blue" } };
  await expect(tryIt({ settings }, 400)).resolves.toMatchObject({
    errors: [{ pointer: "/settings/appearance/color", message: "must be a colour such as #2f6feb" }],
  });
});

it("shows the page to the signed-in owner alone, framed by the dashboard alone", async () => {
  const preview = await tryIt({ settings: { appearance: { color: "#123456" } } });
  const page = await open(`${preview.path}?mode=inline`);
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  expect(await page.text()).toContain(`<script src="${preview.path}/widget.js" data-mode="inline"`);
  expect(await (await open(`${preview.path}/widget.js`)).text()).toContain('"color":"#123456"');
  for (const path of ["", "/start.js", "/widget.js"]) {
    expect((await open(preview.path + path, {})).status, path).toBe(401);
  }
  expect((await open("/preview/prv_unknown")).status).toBe(404);
});

it("takes its proof for its own site alone, and only the newest one", async () => {
  const preview = await tryIt({});
  const script = async () => (await open(`${preview.path}/start.js`)).text();
  const tokenIn = (text: string) => /errand_preview_[\w-]+/.exec(text)?.[0] ?? "";
  const start = (token: string, at: string) =>
    errand.visit("/v1/sessions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ site: at, identity: { token } }),
    });
  const [first, second] = [tokenIn(await script()), tokenIn(await script())];
  expect((await start(first, site)).status).toBe(401);
  expect((await start(second, await createSite(errand))).status).toBe(401);
  expect((await start(second, site)).status).toBe(201);
});

it("opens to whoever may try things out, not to a viewer nor to somebody merely invited", async () => {
  const preview = await tryIt({ visitor: { verification: "jwt", user_id: "42" } });
  const own = "a password of their very own";
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const sent = { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers };
    const answer = await fetch(`${errand.url}/admin/v1${path}`, {
      method: "POST",
      headers: sent,
      body: JSON.stringify(body),
    });
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    return { cookie: answer.headers.get("set-cookie")?.split(";", 1)[0] ?? "", "x-csrf-token": csrfToken };
  };
  const statuses = async (role: string) => {
    const invitation = { name: `${role}@example.com`, role };
    const { name, password } = await errand.admin<{ name: string; password: string }>(
      "POST",
      "/team",
      invitation,
    );
    const invited = await post("/login", { name, password });
    const before = (await open(`${preview.path}/start.js`, invited)).status;
    const member = await post("/me/password", { current: password, password: own }, invited);
    return [before, (await open(`${preview.path}/start.js`, member)).status];
  };
  expect({ viewer: await statuses("viewer"), editor: await statuses("editor") }).toEqual({
    viewer: [403, 403],
    editor: [403, 200],
  });
});

it("ends with its hour, its sessions too", async () => {
  const preview = await tryIt({ draft: draftOf() });
  const { session } = await begin(preview);
  const database = new DatabaseSync(join(errand.dataDir, "errand.sqlite"));
  database
    .prepare("update previews set expires_at = ? where id = ?")
    .run("2020-01-01T00:00:00.000Z", preview.id);
  database.close();
  const answer = await say(session, "Go");
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: "session_expired" });
});

it("takes no function of the page that is called as the draft is, and one called as what the draft replaces", async () => {
  const id = await createAction(errand, site, { ...draftOf({ identifier: "old_name" }), enabled: true });
  const preview = await tryIt({ draft: draftOf({ identifier: "new_name" }), savedFrom: id });
  const { session } = await begin(preview);
  const tool = (name: string) => ({ name, description: "A function.", parameters: { type: "object" } });
  const refused = await say(session, "hello", [tool("new_name")]);
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { code: "invalid_request", errors: [{ pointer: "/tools/0/name" }] },
  ]);
  model.steps.push(says("Hello."));
  const taken = await say(session, "hello", [tool("old_name")]);
  expect(taken.status).toBe(200);
  expect(spokenIn(await readChunks(taken))).toBe("Hello.");
});
