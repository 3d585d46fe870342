import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ActionView } from "@errand/shared/action";
import type { ConfigResult, SiteConfig } from "@errand/shared/site-config";
import type { AuditEntry } from "@errand/shared/team";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { describeEachDatabase } from "./databases.ts";

const action = (identifier: string, more: object = {}) => ({
  identifier,
  name: "Action",
  whenToUse: "When asked.",
  method: "GET",
  url: `https://api.example.com/${identifier}`,
  ...more,
});
const KEYED = { auth: { type: "bearer", credential: "sk_live_0123456789abcdef" } };

describeEachDatabase("a site as one document", (open) => {
  let api: AdminApi;
  let call: Call;
  let site: string;

  beforeEach(async () => {
    api = await startAdminApi(await open());
    call = api.asOperator;
    site = ((await call("POST", "/sites", { name: "Shop" })).body as { id: string }).id;
    for (const body of [action("keyed", KEYED), action("plain"), action("leaving")]) {
      expect((await call("POST", `/sites/${site}/actions`, body)).status).toBe(201);
    }
  });
  afterEach(() => api.close());

  const read = async () => (await call("GET", `/sites/${site}/config`)).body as SiteConfig;
  const put = (config: unknown, query = "") => call("PUT", `/sites/${site}/config${query}`, config);
  const actions = async () =>
    new Map(
      ((await call("GET", `/sites/${site}/actions`)).body as { items: ActionView[] }).items.map((each) => [
        each.identifier,
        each,
      ]),
    );

  it("holds settings and actions, and no secret", async () => {
    const config = await read();
    expect(config).toMatchObject({ format: "errand.site/1", settings: { name: "Shop" } });
    expect(config.actions.map(({ identifier }) => identifier)).toEqual(["keyed", "leaving", "plain"]);
    expect(config.actions[0]?.auth).toEqual({ type: "bearer" });
    expect(JSON.stringify(config)).not.toMatch(/sk_live|cdef|site_|act_/);
  });

  it("changes nothing when it is sent back as it was read", async () => {
    const before = await actions();
    const answer = await put(await read());
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({
      applied: true,
      diff: {
        settings: [],
        losesModelKey: false,
        actions: { added: [], removed: [], changed: [] },
        evals: { added: 0, removed: 0 },
      },
    } satisfies ConfigResult);
    expect(await actions()).toEqual(before);
  });

  it("is applied whole, and keeps the ids and keys of what stays", async () => {
    const before = await actions();
    const config = await read();
    const wanted = {
      ...config,
      settings: { ...config.settings, greeting: "Salam" },
      actions: [
        { ...config.actions[0], name: "Renamed" },
        action("plain"),
        action("fresh", { auth: { type: "bearer", credential: "sk_live_fresh_0123456" } }),
      ],
    };
    const answer = await put(wanted);
    expect(answer.body).toEqual({
      applied: true,
      diff: {
        settings: [{ field: "greeting", before: config.settings.greeting, after: "Salam" }],
        losesModelKey: false,
        actions: {
          added: ["fresh"],
          removed: ["leaving"],
          changed: [{ identifier: "keyed", fields: ["name"], losesCredential: false }],
        },
        evals: { added: 0, removed: 0 },
      },
    } satisfies ConfigResult);
    const after = await actions();
    expect([...after.keys()]).toEqual(["fresh", "keyed", "plain"]);
    expect(after.get("keyed")).toMatchObject({
      id: before.get("keyed")?.id,
      name: "Renamed",
      auth: { credential: { set: true, hint: "…cdef" } },
    });
    expect(after.get("fresh")).toMatchObject({ auth: { credential: { set: true } } });
  });

  it("takes a key away whose endpoint changed, and says so", async () => {
    const config = await read();
    const moved = { ...config.actions[0], url: "https://elsewhere.example.com/keyed" };
    const answer = await put({ ...config, actions: [moved, ...config.actions.slice(1)] });
    expect(answer.body).toMatchObject({
      diff: { actions: { changed: [{ identifier: "keyed", fields: ["url"], losesCredential: true }] } },
    });
    expect((await actions()).get("keyed")).toMatchObject({ auth: { credential: { set: false } } });
  });

  it("only tells what would change, with dryRun", async () => {
    const before = [await read(), await actions()];
    const [config] = before as [SiteConfig];
    const wanted = { ...config, settings: { ...config.settings, name: "Other" }, actions: [action("fresh")] };
    const answer = await put(wanted, "?dryRun=1");
    expect(answer.body).toMatchObject({
      applied: false,
      diff: {
        settings: [{ field: "name" }],
        actions: { added: ["fresh"], removed: ["keyed", "leaving", "plain"] },
      },
    });
    expect([await read(), await actions()]).toEqual(before);
  });

  it("holds the sample conversations, and keeps the ids of those that stay", async () => {
    const sample = (turn: string) => ({ turns: [turn], expected: { action: "plain" } });
    const made = await call("POST", `/sites/${site}/evals`, sample("one"));
    expect(made.status).toBe(201);
    await call("POST", `/sites/${site}/evals`, sample("two"));
    const { evals, ...config } = await read();
    expect(evals.map(({ turns }) => turns)).toEqual([["one"], ["two"]]);
    const answer = await put({ ...config, evals: [evals[0], sample("three")] });
    expect(answer.body).toMatchObject({ diff: { evals: { added: 1, removed: 1 } } });
    const { items } = (await call("GET", `/sites/${site}/evals`)).body as {
      items: { id: string; turns: string[] }[];
    };
    expect(items.map(({ turns }) => turns)).toEqual([["one"], ["three"]]);
    expect(items[0]?.id).toBe((made.body as { id: string }).id);
    expect((await put(config)).body).toMatchObject({ diff: { evals: { added: 0, removed: 0 } } });
    expect((await read()).evals).toHaveLength(2);
  });

  describe("how the model is reached", () => {
    const KEY = "sk_model_0123456789abcdef";
    const OWN = { baseUrl: "https://llm.example.com/v1", fallback: null, dailyTokenBudget: 50_000 };
    const readModel = async () => (await call("GET", `/sites/${site}/model`)).body;
    beforeEach(async () => {
      const answer = await call("PUT", `/sites/${site}/model`, {
        spec: "compatible:qwen",
        ...OWN,
        apiKey: KEY,
      });
      expect(answer.status).toBe(200);
    });

    it("is part of it, without the key", async () => {
      const config = await read();
      expect([config.settings.model, config.model]).toEqual(["compatible:qwen", OWN]);
      expect(JSON.stringify(config)).not.toMatch(/sk_model|cdef/);
      const { model: _model, ...without } = config;
      for (const sent of [config, without]) {
        expect((await put(sent)).body).toMatchObject({ diff: { settings: [], losesModelKey: false } });
      }
      expect(await readModel()).toMatchObject({ ...OWN, apiKey: { set: true, hint: "cdef" } });
    });

    it("keeps its key while vendor and address do, and says when it goes", async () => {
      const config = await read();
      const frugal = { ...config, model: { ...OWN, dailyTokenBudget: 9_000 } };
      const field = { field: "model.dailyTokenBudget", before: 50_000, after: 9_000 };
      const kept = { diff: { settings: [field], losesModelKey: false } };
      expect((await put(frugal, "?dryRun=1")).body).toMatchObject(kept);
      expect(await readModel()).toMatchObject({ dailyTokenBudget: 50_000 });
      expect((await put(frugal)).body).toMatchObject(kept);
      expect(await readModel()).toMatchObject({ dailyTokenBudget: 9_000, apiKey: { set: true } });
      const moved = { ...config, model: { ...OWN, baseUrl: "https://other.example.com/v1" } };
      expect((await put(moved)).body).toMatchObject({ diff: { losesModelKey: true } });
      expect(await readModel()).toMatchObject({
        baseUrl: "https://other.example.com/v1",
        apiKey: { set: false },
      });
    });

    const faults: [name: string, model: object, pointer: string][] = [
      ["a key", { ...OWN, apiKey: KEY }, "/model"],
      ["an address inside", { ...OWN, baseUrl: "https://intranet.local/v1" }, "/model/baseUrl"],
      ["a fallback that cannot be served", { ...OWN, fallback: "nobody:x" }, "/model/fallback"],
    ];
    it.each(faults)("is refused for %s", async (_name, model, pointer) => {
      expect(await put({ ...(await read()), model })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer }] },
      });
      expect(await readModel()).toMatchObject({ ...OWN, apiKey: { set: true } });
    });
  });

  it("is refused whole for one fault, with every fault by its place", async () => {
    const before = [await read(), await actions()];
    const [config] = before as [SiteConfig];
    const wanted = {
      ...config,
      actions: [
        action("fresh"),
        action("inside", { url: "https://intranet.local/x" }),
        action("loop", { url: "https://localhost/x" }),
      ],
    };
    expect(await put(wanted)).toMatchObject({
      status: 400,
      body: {
        code: "invalid_request",
        errors: [{ pointer: "/actions/1/url" }, { pointer: "/actions/2/url" }],
      },
    });
    expect([await read(), await actions()]).toEqual(before);
  });

  const faults: [name: string, change: (config: SiteConfig) => unknown, pointer: string][] = [
    ["an unknown member", (config) => ({ ...config, secrets: [] }), ""],
    ["another format", (config) => ({ ...config, format: "errand.site/9" }), "/format"],
    [
      "a setting that is none",
      (config) => ({ ...config, settings: { ...config.settings, name: "" } }),
      "/settings/name",
    ],
    [
      "an identifier twice",
      (config) => ({ ...config, actions: [action("a"), action("a")] }),
      "/actions/1/identifier",
    ],
    [
      "an action that is none",
      (config) => ({ ...config, actions: [action("a", { method: "FETCH" })] }),
      "/actions/0/method",
    ],
    [
      "a model that is none",
      (config) => ({ ...config, settings: { ...config.settings, model: "nobody:x" } }),
      "/settings/model",
    ],
  ];
  it.each(faults)("is refused for %s", async (_name, change, pointer) => {
    expect(await put(change(await read()))).toMatchObject({
      status: 400,
      body: { code: "invalid_request", errors: [{ pointer }] },
    });
  });

  it("is written down as one change, a dry run as none", async () => {
    const config = await read();
    const wanted = { ...config, settings: { ...config.settings, greeting: "Salam" }, actions: [] };
    await put(wanted, "?dryRun=1");
    await put(wanted);
    const entries = await vi.waitFor(async () => {
      const { items } = (await call("GET", "/audit")).body as { items: AuditEntry[] };
      const puts = items.filter(({ method }) => method === "PUT");
      expect(puts).toHaveLength(1);
      return puts;
    });
    expect(entries).toMatchObject([
      {
        route: "/sites/:site/config",
        site,
        label: "Shop",
        fields: ["greeting", "keyed", "leaving", "plain"],
      },
    ]);
  });

  it("is not there for a site that is none", async () => {
    expect((await call("GET", "/sites/site_none/config")).status).toBe(404);
    expect((await call("PUT", "/sites/site_none/config", await read())).status).toBe(404);
  });
});
