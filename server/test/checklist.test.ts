import { createHmac } from "node:crypto";
import type { ChecklistItem, ChecklistView } from "@errand/shared/checklist";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { createSecret, createSite, openSession, PAGE_ORIGIN, startErrand, type Errand } from "./errand.ts";
import { createScriptedModel, says } from "./scripted-model.ts";

const model = createScriptedModel();
let endpoint: Endpoint;
let errand: Errand;

beforeAll(async () => {
  endpoint = await startEndpoint();
  errand = await startErrand({ models: model, endpoint });
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
});

const read = async (site: string): Promise<ChecklistItem[]> =>
  (await errand.admin<ChecklistView>("GET", `/sites/${site}/checklist`)).items;
const doneIn = async (site: string): Promise<string[]> =>
  (await read(site)).filter(({ isDone }) => isDone).map(({ step }) => step);
/** A note is written beside the answer, not before it. */
const doneSoon = (site: string, steps: string[]): Promise<void> =>
  expect.poll(() => doneIn(site)).toEqual(steps);

const action = () => ({
  identifier: "ping",
  name: "Ping",
  whenToUse: "When asked.",
  enabled: true,
  method: "GET",
  url: `${endpoint.origin}/ping`,
  parameters: [],
  auth: { type: "none" },
});

it("starts empty, and counts an allowed origin by the settings alone", async () => {
  const site = await createSite(errand, { allowedOrigins: [] });
  expect(await read(site)).toEqual(
    ["origin", "script", "identity", "action", "conversation"].map((step) => ({
      step,
      isDone: false,
      firstAt: null,
      lastAt: null,
      detail: null,
    })),
  );
  await errand.admin("PATCH", `/sites/${site}`, { allowedOrigins: [PAGE_ORIGIN] });
  expect((await read(site))[0]).toMatchObject({ step: "origin", isDone: true, detail: PAGE_ORIGIN });
});

it("has seen the script once an allowed page fetched it, and not by another page", async () => {
  const site = await createSite(errand);
  const fetchScript = (referer: string) =>
    fetch(`${errand.url}/embed/${site}.js`, { headers: { referer } }).then((answer) => answer.text());
  await fetchScript("https://elsewhere.example.com/");
  await fetchScript("no address");
  await fetchScript(`${PAGE_ORIGIN}/cart?step=2`);
  await doneSoon(site, ["origin", "script"]);
  expect((await read(site))[1]).toEqual({
    step: "script",
    isDone: true,
    firstAt: expect.stringMatching(/^\d{4}-.*Z$/),
    lastAt: expect.stringMatching(/^\d{4}-.*Z$/),
    detail: PAGE_ORIGIN,
  });
});

it("ticks identity with the first proof that holds, and a conversation with the first message", async () => {
  const site = await createSite(errand);
  const secret = await createSecret(errand, site, "user_hash");
  const visitor = await openSession(errand, site);
  await doneSoon(site, ["origin", "script"]);
  const user_hash = createHmac("sha256", secret).update("42").digest("hex");
  await openSession(errand, site, { identity: { user_id: "42", user_hash } });
  await doneSoon(site, ["origin", "script", "identity"]);
  model.steps.push(says("Hello"));
  await visitor.say("cnv_checklist", "Hi");
  await doneSoon(site, ["origin", "script", "identity", "conversation"]);
});

it("ticks a tested action by its name, but not for a dry run or a refusal", async () => {
  const site = await createSite(errand);
  const test = (body: object) => errand.admin("POST", `/sites/${site}/actions/test`, body);
  await test({ action: action(), dryRun: true });
  endpoint.answer = () => ({ status: 500 });
  await test({ action: action() });
  expect(await doneIn(site)).toEqual(["origin"]);
  endpoint.answer = () => ({ body: {} });
  await test({ action: action() });
  await doneSoon(site, ["origin", "action"]);
  expect((await read(site))[3]).toMatchObject({ step: "action", detail: "Ping" });
});
