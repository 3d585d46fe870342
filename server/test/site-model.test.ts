import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ModelTestResult, SiteModelView } from "@errand/shared/site-model";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { createSite, openSession, spokenIn, startErrand, type Errand } from "./errand.ts";
import { WIRES } from "./vendor-wire.ts";

const KEY = "sk-live-0123456789abcd";
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
  endpoint.seen.length = 0;
  endpoint.answer = () => ({ text: speech("Hello."), headers: { "content-type": "text/event-stream" } });
  site = await createSite(errand);
});

function speech(word: string, tokens = 7): string {
  const events = WIRES["compatible"]?.events({ words: [word] }) ?? [];
  const text = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
  return `${text.replace('"completion_tokens":7', `"completion_tokens":${tokens}`)}data: [DONE]\n\n`;
}

const put = (body: object, status?: number): Promise<SiteModelView> =>
  errand.admin("PUT", `/sites/${site}/model`, body, status);
const own = (more: object = {}): object => ({
  spec: "compatible:small-1",
  baseUrl: `${endpoint.origin}/v1/`,
  apiKey: KEY,
  ...more,
});
const ask = async (conversation: string): Promise<string> =>
  spokenIn(await (await openSession(errand, site)).say(conversation, "Hi"));

describe("a site's own model", () => {
  it("is the operator's until it is set, and again once it is removed", async () => {
    const unset = {
      spec: null,
      baseUrl: null,
      apiKey: { set: false },
      fallback: null,
      dailyTokenBudget: null,
      usage: { today: { inputTokens: 0, outputTokens: 0 } },
    };
    expect(await errand.admin("GET", `/sites/${site}/model`)).toEqual(unset);
    await put(own());
    await errand.admin("DELETE", `/sites/${site}/model`);
    expect(await errand.admin("GET", `/sites/${site}/model`)).toEqual(unset);
  });

  it("answers visitors through the guard with the site's key, which nobody reads again", async () => {
    const view = await put(own());
    expect(view).toMatchObject({
      spec: "compatible:small-1",
      baseUrl: `${endpoint.origin}/v1`,
      apiKey: { set: true, hint: "abcd" },
    });
    expect(await ask("cnv_site_model")).toBe("Hello.");
    expect(
      endpoint.seen.map(({ path, headers }) => [path, headers["authorization"], headers["accept-encoding"]]),
    ).toEqual([["/v1/chat/completions", `Bearer ${KEY}`, "identity"]]);
    expect(await errand.admin<SiteModelView>("GET", `/sites/${site}/model`)).toEqual({
      ...view,
      usage: { today: { inputTokens: 11, outputTokens: 7 } },
    });
    const stored = ["errand.sqlite", "errand.sqlite-wal"].map((name) =>
      readFileSync(join(errand.dataDir, name)),
    );
    expect(Buffer.concat(stored).includes(KEY)).toBe(false);
  });

  it("keeps its key while vendor and address stay, and asks for it again when they do not", async () => {
    await put(own());
    expect((await put({ ...own(), apiKey: undefined, dailyTokenBudget: 5_000 })).apiKey.set).toBe(true);
    const elsewhere = { ...own(), apiKey: undefined, baseUrl: "https://llm.example.com/v1" };
    await expect(put(elsewhere)).rejects.toThrow("Enter the key again");
    await expect(put({ spec: "openai:gpt-5" })).rejects.toThrow("Enter the key again");
    expect((await put({ ...own(), apiKey: null })).apiKey).toEqual({ set: false });
  });

  it("does not use the key of one vendor for another that the site's settings name", async () => {
    await put(own());
    await expect(errand.admin("PATCH", `/sites/${site}`, { model: "openai:gpt-5" })).rejects.toThrow(
      "needs an API key",
    );
    await errand.admin("PATCH", `/sites/${site}`, { model: "compatible:other", name: "Other" });
    expect(await ask("cnv_other_model")).toBe("Hello.");
    expect(JSON.parse(endpoint.seen[0]?.body ?? "")).toMatchObject({ model: "other" });
  });

  const REFUSED: [what: string, change: object, pointer: string][] = [
    ["an address inside the network", { baseUrl: "https://10.0.0.7/v1" }, "/baseUrl"],
    ["an address that is no https", { baseUrl: "http://llm.example.com/v1" }, "/baseUrl"],
    ["an address without a vendor's model", { spec: "built-in" }, "/baseUrl"],
    ["a vendor without a key", { spec: "anthropic:claude", baseUrl: null, apiKey: null }, "/apiKey"],
    ["an unknown vendor", { spec: "nobody:x" }, "/spec"],
    ["a budget below a thousand tokens", { dailyTokenBudget: 10 }, "/dailyTokenBudget"],
  ];
  it.each(REFUSED)("is refused with %s", async (_, change, pointer) => {
    await expect(put(own(change))).rejects.toThrow(`"pointer":"${pointer}"`);
  });

  it("stops at its budget for the day with a plain sentence, and is not asked any more", async () => {
    endpoint.answer = () => ({
      text: speech("Hello.", 1_000),
      headers: { "content-type": "text/event-stream" },
    });
    await put(own({ dailyTokenBudget: 1_000 }));
    expect(await ask("cnv_budget_one")).toBe("Hello.");
    expect(await ask("cnv_budget_two")).toBe(
      "The assistant has reached its limit for today. Please try again tomorrow.",
    );
    expect(endpoint.seen).toHaveLength(1);
  });

  it("hands over to the built-in fallback at its budget, which costs nothing", async () => {
    endpoint.answer = () => ({
      text: speech("Hello.", 1_000),
      headers: { "content-type": "text/event-stream" },
    });
    await put(own({ dailyTokenBudget: 1_000, fallback: "built-in" }));
    await ask("cnv_fallback_1");
    expect(await ask("cnv_fallback_2")).not.toMatch(/limit|Hello\./);
    expect(endpoint.seen).toHaveLength(1);
  });

  it("is stood in for by the fallback when it fails", async () => {
    endpoint.answer = () => ({ status: 401, body: { error: { message: "wrong key" } } });
    await put(own({ fallback: "built-in" }));
    expect(await ask("cnv_fallback_3")).not.toBe("");
  });
});

describe("the test of a site's model", () => {
  const test = (): Promise<ModelTestResult> => errand.admin("POST", `/sites/${site}/model/test`);

  it("tells what the model said", async () => {
    await put(own());
    expect(await test()).toEqual({ ok: true, durationMs: expect.any(Number), message: "Hello." });
  });

  it("tells why it did not answer, without the key", async () => {
    endpoint.answer = () => ({
      status: 401,
      body: { error: { message: `Incorrect API key provided: ${KEY}` } },
    });
    await put(own());
    expect(await test()).toEqual({
      ok: false,
      durationMs: expect.any(Number),
      message: "The vendor answered with status 401: Incorrect API key provided: [redacted]",
    });
  });

  it("tells of a redirect, which is not followed", async () => {
    endpoint.answer = () => ({ status: 302, headers: { location: "https://10.0.0.7/" } });
    await put(own());
    expect(await test()).toMatchObject({ ok: false, message: expect.stringContaining("redirect") });
  });
});
