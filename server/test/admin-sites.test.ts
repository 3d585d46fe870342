import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SiteView } from "@errand/shared/site";
import type { Problem } from "@errand/shared/wire";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";

const open = openInFolder();
let api: AdminApi;
let call: Call;

beforeEach(async () => {
  api = await startAdminApi(await open());
  call = api.asOperator;
});
afterEach(() => api.close());

const APPEARANCE = {
  color: "#2f5fe0",
  side: "right",
  theme: "auto",
  avatarUrl: null,
  launcher: "icon",
  sound: false,
};

const createSite = async (settings: object = {}): Promise<SiteView> =>
  (await call("POST", "/sites", { name: "Shop", ...settings })).body as SiteView;

describe("a site", () => {
  it("is made from a name, the rest by default", async () => {
    const answer = await call("POST", "/sites", { name: " Shop " });
    expect(answer).toMatchObject({ status: 201 });
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^site_[0-9A-Z]{26}$/),
      name: "Shop",
      allowedOrigins: [],
      defaultLocale: "en",
      appearance: APPEARANCE,
      greeting: { en: "Hi! How can we help?", az: "Salam! Sizə necə kömək edə bilərik?" },
      starters: [],
      instructions: "",
      model: null,
      requireJwt: false,
      timeZone: null,
      receipts: "full",
      handOver: { enabled: false, webhookUrl: null, email: null, message: {} },
      sendDeclaredFields: true,
      retentionDays: null,
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
    });
  });

  it("is listed and read", async () => {
    const [one, two] = [await createSite(), await createSite({ name: "Two" })];
    expect(await call("GET", "/sites")).toMatchObject({ status: 200, body: { items: [one, two] } });
    expect(await call("GET", `/sites/${two.id}`)).toMatchObject({ status: 200, body: two });
  });

  it("keeps what a patch leaves out", async () => {
    const site = await createSite({
      allowedOrigins: ["https://shop.example"],
      appearance: { color: "#112233", side: "left" },
    });
    const patch = { requireJwt: true, appearance: { side: "right" }, greeting: "Salam" };
    const answer = await call("PATCH", `/sites/${site.id}`, patch);
    const { updatedAt } = answer.body as SiteView;
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({
      ...site,
      ...patch,
      appearance: { ...APPEARANCE, color: "#112233" },
      updatedAt,
    });
    expect((await call("GET", `/sites/${site.id}`)).body).toEqual(answer.body);
  });

  it("is removed", async () => {
    const site = await createSite();
    expect(await call("DELETE", `/sites/${site.id}`)).toMatchObject({ status: 204, body: undefined });
    expect(await call("GET", `/sites/${site.id}`)).toMatchObject({
      status: 404,
      body: { code: "not_found" },
    });
    expect((await call("GET", "/sites")).body).toEqual({ items: [] });
  });

  it("has one script tag to paste", async () => {
    const site = await createSite();
    expect((await call("GET", `/sites/${site.id}/snippet`)).body).toEqual({
      html: `<script async src="http://localhost:3000/embed/${site.id}.js"></script>`,
    });
  });

  const faults: [string, unknown, string][] = [
    ["no name", {}, "/name"],
    ["an empty name", { name: " " }, "/name"],
    [
      "an origin with a path",
      { name: "Shop", allowedOrigins: ["https://a.example", "https://b.example/x"] },
      "/allowedOrigins/1",
    ],
    ["a locale that is no tag", { name: "Shop", defaultLocale: "english please" }, "/defaultLocale"],
    ["a colour in words", { name: "Shop", appearance: { color: "red" } }, "/appearance/color"],
    [
      "a picture over http",
      { name: "Shop", appearance: { avatarUrl: "http://shop.example/a.png" } },
      "/appearance/avatarUrl",
    ],
    [
      "a picture behind a password",
      { name: "Shop", appearance: { avatarUrl: "https://a:b@shop.example/a.png" } },
      "/appearance/avatarUrl",
    ],
    ["an unknown theme", { name: "Shop", appearance: { theme: "sepia" } }, "/appearance/theme"],
    ["a day count of zero", { name: "Shop", retentionDays: 0 }, "/retentionDays"],
    ["an unknown setting", { name: "Shop", nickname: "x" }, ""],
    ["a list", [], ""],
  ];
  it.each(faults)("is refused with %s, which the answer points at", async (_name, body, pointer) => {
    const answer = await call("POST", "/sites", body);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: "invalid_request", errors: [{ pointer, message: expect.any(String) }] },
    });
    expect((await call("GET", "/sites")).body).toEqual({ items: [] });
  });

  it("is refused in words that name what is wrong, what it is and what would be right", async () => {
    const answer = await call("POST", "/sites", {
      name: 4,
      appearance: { theme: "sepia" },
      retentionDays: 0,
      nickname: "x",
    });
    expect((answer.body as Problem).errors).toEqual([
      { pointer: "/name", message: "must be text, but is 4" },
      { pointer: "/appearance/theme", message: 'must be "auto", "light" or "dark", but is "sepia"' },
      { pointer: "/retentionDays", message: "must be at least 1, but is 0" },
      { pointer: "", message: 'must not hold "nickname": nothing of that name is known here' },
    ]);
  });

  it("can be sent back as it was read, and keeps its id", async () => {
    const site = await createSite();
    const answer = await call("PATCH", `/sites/${site.id}`, { ...site, id: "site_other", name: "Changed" });
    expect(answer).toMatchObject({
      status: 200,
      body: { id: site.id, name: "Changed", createdAt: site.createdAt },
    });
  });

  it("is not changed by a bad patch", async () => {
    const site = await createSite();
    for (const patch of [
      { name: "" },
      { unknown: "setting" },
      { appearance: null },
      { allowedOrigins: "x" },
      [],
    ]) {
      const answer = await call("PATCH", `/sites/${site.id}`, patch);
      expect(answer).toMatchObject({ status: 400, body: { code: "invalid_request" } });
    }
    expect((await call("GET", `/sites/${site.id}`)).body).toEqual(site);
  });

  it("takes no body but JSON", async () => {
    const answer = await call("POST", "/sites", "name=Shop", { "content-type": "text/plain" });
    expect(answer).toMatchObject({ status: 415, body: { code: "unsupported_media_type" } });
  });

  it("is not meant by an address that was to name a part of it", async () => {
    const { id } = await createSite();
    for (const method of ["GET", "DELETE"]) {
      const { status } = await call(method, `/sites/${id}/visitors/..`);
      expect(status).toBe(404);
    }
    expect(await call("GET", `/sites/${id}`)).toMatchObject({ status: 200 });
  });

  const paths = [
    ["GET", ""],
    ["PATCH", ""],
    ["DELETE", ""],
    ["GET", "/snippet"],
    ["GET", "/identity-secrets"],
    ["POST", "/identity-secrets"],
    ["DELETE", "/identity-secrets/ids_1"],
    ["POST", "/identity-check"],
    ["GET", "/actions"],
    ["POST", "/actions"],
    ["POST", "/actions/test"],
    ["GET", "/actions/act_1"],
    ["PUT", "/actions/act_1"],
    ["DELETE", "/actions/act_1"],
    ["GET", "/runs"],
    ["GET", "/runs/run_1"],
  ] as const;
  it.each(paths)("that is not there answers %s %s with 404", async (method, rest) => {
    for (const id of ["site_none", "%00", "..%2F..", "x".repeat(200)]) {
      const body = method === "GET" || method === "DELETE" ? undefined : {};
      expect(await call(method, `/sites/${id}${rest}`, body)).toMatchObject({
        status: 404,
        body: { code: "not_found" },
      });
    }
  });
});
