import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { createAction, createSite, openSession, startErrand, type Errand } from "./errand.ts";
import { calls, createScriptedModel, says } from "./scripted-model.ts";

let endpoint: Endpoint;
let errand: Errand;
const model = createScriptedModel();

beforeAll(async () => {
  endpoint = await startEndpoint();
  errand = await startErrand({
    models: model,
    endpoint,
    environment: { ERRAND_ADMIN_PASSWORD: "the right one" },
  });
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
});

/** The metrics of ours that are not zero, without the classes of durations. */
async function counted(): Promise<Record<string, number>> {
  const text = await (await fetch(`${errand.url}/metrics`)).text();
  const lines = text.split("\n").filter((line) => line.startsWith("errand_"));
  const pairs = lines.map((line): [string, number] => {
    const at = line.lastIndexOf(" ");
    return [line.slice(0, at), Number(line.slice(at + 1))];
  });
  return Object.fromEntries(pairs.filter(([name, value]) => value > 0 && !/_bucket|_sum/.test(name)));
}

it("counts runs by outcome, replies, refused calls, proofs and sign-ins", async () => {
  const site = await createSite(errand);
  await createAction(errand, site, { identifier: "reach", url: `${endpoint.origin}/x` });
  await errand.admin("POST", `/sites/${site}/import`, { openapi: "https://10.0.0.1/openapi.json" }, 422);
  const signIn = (password: string) =>
    fetch(`${errand.url}/admin/v1/login`, {
      method: "POST",
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
      body: JSON.stringify({ password }),
    });
  await signIn("wrong");
  await signIn("the right one");
  const visitor = await openSession(errand, site);
  model.steps.push(calls(["reach", {}]), says("Done."));
  await visitor.say("cnv_metrics_1", "Reach it");
  const expected = {
    'errand_runs_total{outcome="ok"}': 1,
    errand_run_duration_seconds_count: 1,
    'errand_egress_failures_total{code="blocked_address"}': 1,
    errand_turns_total: 1,
    errand_turn_duration_seconds_count: 1,
    'errand_sign_ins_total{result="ok"}': 1,
    'errand_sign_ins_total{result="refused"}': 1,
  };
  await vi.waitFor(async () => expect(await counted()).toMatchObject(expected));
});
