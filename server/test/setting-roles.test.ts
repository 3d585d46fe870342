import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SETTING_ROLES, type SettingName } from "@errand/shared/setting-roles";
import type { SiteView } from "@errand/shared/site";
import type { SiteConfig } from "@errand/shared/site-config";
import { type AdminApi, type Call, PASSWORD, signIn, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";

/** Another value for each setting. */
const OTHER: Record<SettingName, unknown> = {
  name: "Other",
  allowedOrigins: ["https://elsewhere.example"],
  defaultLocale: "fi",
  timeZone: "Asia/Baku",
  appearance: { color: "#112233" },
  greeting: { en: "Hello" },
  starters: [{ en: "Where is my order?" }],
  instructions: "Be brief.",
  model: "built-in",
  requireJwt: true,
  sendDeclaredFields: false,
  receipts: "off",
  "handOver.enabled": true,
  "handOver.webhookUrl": "https://elsewhere.com/hooks",
  "handOver.email": "thief@elsewhere.com",
  "handOver.message": { en: "Wait." },
  retentionDays: 1,
};
const SETTINGS = Object.keys(OTHER) as SettingName[];
const MINE = SETTINGS.filter((name) => SETTING_ROLES[name] === "editor");
const OWNERS = SETTINGS.filter((name) => SETTING_ROLES[name] === "owner");
const BEGINNING = {
  name: "Shop",
  handOver: { enabled: false, webhookUrl: "https://desk.shop.com/hooks", email: "desk@shop.com" },
};

const open = openInFolder();
let api: AdminApi;
let asEditor: Call;
let site: SiteView;
let path: string;

beforeAll(async () => {
  api = await startAdminApi(await open());
  const invited = await api.asOperator("POST", "/team", { name: "edith", role: "editor" });
  const first = await signIn(api, "edith", (invited.body as { password: string }).password);
  await first.call("POST", "/me/password", { password: PASSWORD });
  asEditor = (await signIn(api, "edith")).call;
});
afterAll(() => api.close());
beforeEach(async () => {
  site = (await api.asOperator("POST", "/sites", BEGINNING)).body as SiteView;
  path = `/sites/${site.id}`;
});

/** A part of the settings in which one has another value. */
function partOf(name: SettingName): Record<string, unknown> {
  const [member = "", inner] = name.split(".");
  return { [member]: inner === undefined ? OTHER[name] : { [inner]: OTHER[name] } };
}

const pointerOf = (name: SettingName): string => `/${name.replace(".", "/")}`;
const read = async (): Promise<unknown> => (await api.asOperator("GET", path)).body;

/** The site's document, in which one setting has another value. */
async function documentWith(name: SettingName): Promise<SiteConfig> {
  const config = (await api.asOperator("GET", `${path}/config`)).body as SiteConfig;
  const { handOver, appearance, ...others } = config.settings;
  const part = partOf(name);
  const settings = {
    ...others,
    ...part,
    handOver: { ...handOver, ...(part["handOver"] as object | undefined) },
    appearance: { ...appearance, ...(part["appearance"] as object | undefined) },
  };
  return { ...config, settings };
}

describe("a setting that is an owner's", () => {
  it("is one that lets data leave or decides who is trusted", () => {
    expect(OWNERS).toEqual([
      "allowedOrigins",
      "model",
      "requireJwt",
      "sendDeclaredFields",
      "handOver.enabled",
      "handOver.webhookUrl",
      "handOver.email",
      "retentionDays",
    ]);
  });

  it.each(OWNERS)("is not changed by an editor: %s", async (name) => {
    const answer = await asEditor("PATCH", path, partOf(name));
    expect(answer).toMatchObject({
      status: 403,
      body: {
        code: "forbidden",
        title: `Only an owner may change ${name}; your role is editor.`,
        errors: [{ pointer: pointerOf(name) }],
      },
    });
    expect(await read()).toEqual(site);
    expect((await api.asOperator("PATCH", path, partOf(name))).status).toBe(200);
    expect(await read()).not.toMatchObject({ updatedAt: site.updatedAt });
  });

  it.each(OWNERS)("is not changed by an editor's document, nor tried in a preview: %s", async (name) => {
    const body = { code: "forbidden", errors: [{ pointer: `/settings${pointerOf(name)}` }] };
    const config = await documentWith(name);
    for (const query of ["", "?dryRun=1"]) {
      expect(await asEditor("PUT", `${path}/config${query}`, config)).toMatchObject({ status: 403, body });
    }
    expect(await asEditor("POST", `${path}/try`, { settings: partOf(name) })).toMatchObject({
      status: 403,
      body,
    });
    expect(await read()).toEqual(site);
    expect((await api.asOperator("PUT", `${path}/config`, config)).status).toBe(200);
  });

  it("is named beside every other one, and none of them is changed", async () => {
    const patch = { name: "Other", requireJwt: true, retentionDays: 1 };
    expect(await asEditor("PATCH", path, patch)).toMatchObject({
      status: 403,
      body: {
        title: "Only an owner may change requireJwt and retentionDays; your role is editor.",
        errors: [{ pointer: "/requireJwt" }, { pointer: "/retentionDays" }],
      },
    });
    expect(await read()).toEqual(site);
  });

  it("is how the model is reached, too", async () => {
    const config = (await api.asOperator("GET", `${path}/config`)).body as SiteConfig;
    const model = { ...config.model, dailyTokenBudget: 1_000 };
    expect(await asEditor("PUT", `${path}/config`, { ...config, model })).toMatchObject({
      status: 403,
      body: { code: "forbidden", errors: [{ pointer: "/model/dailyTokenBudget" }] },
    });
    expect((await api.asOperator("PUT", `${path}/config`, { ...config, model })).status).toBe(200);
  });

  it("may be sent back as it is", async () => {
    expect(await asEditor("PATCH", path, { ...site, name: "Other" })).toMatchObject({
      status: 200,
      body: { name: "Other" },
    });
  });
});

describe("a setting that is an editor's", () => {
  it.each(MINE)("is changed by one: %s", async (name) => {
    expect(await asEditor("PATCH", path, partOf(name))).toMatchObject({ status: 200, body: partOf(name) });
  });

  it.each(MINE)("is changed by an editor's document: %s", async (name) => {
    const answer = await asEditor("PUT", `${path}/config`, await documentWith(name));
    expect(answer).toMatchObject({ status: 200, body: { applied: true } });
    expect(await read()).toMatchObject(partOf(name));
  });
});
