import { afterEach, beforeEach, expect, it } from "vitest";
import type { ActionView } from "@errand/shared/action";
import type { SiteView } from "@errand/shared/site";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { describeEachDatabase } from "./databases.ts";

const ACTION = {
  identifier: "lookup_order",
  name: "Look up order",
  whenToUse: "Look up an order.",
  method: "GET",
  url: "https://api.example.com/orders",
};

describeEachDatabase("what two owners change at once", (open) => {
  let api: AdminApi;
  let call: Call;
  let site: string;
  beforeEach(async () => {
    api = await startAdminApi(await open());
    call = api.asOperator;
    site = ((await call("POST", "/sites", { name: "Shop" })).body as SiteView).id;
  });
  afterEach(() => api.close());

  it("keeps every one of twenty patches to other settings of a site", async () => {
    const patches = Array.from({ length: 20 }, (_, i) =>
      call("PATCH", `/sites/${site}`, i % 2 ? { instructions: `Text ${i}` } : { greeting: `Hello ${i}` }),
    );
    const single = [{ timeZone: "Asia/Baku" }, { retentionDays: 30 }, { requireJwt: true }];
    const answers = await Promise.all([
      ...patches,
      ...single.map((part) => call("PATCH", `/sites/${site}`, part)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const after = (await call("GET", `/sites/${site}`)).body as SiteView;
    expect(after).toMatchObject({
      instructions: expect.stringMatching(/^Text \d+$/),
      greeting: expect.stringMatching(/^Hello \d+$/),
      timeZone: "Asia/Baku",
      retentionDays: 30,
      requireJwt: true,
    });
    const versions = new Set(answers.map(({ body }) => (body as SiteView).updatedAt));
    expect(versions.size).toBe(answers.length);
  });

  it("is refused to whoever knows an older site, and lets everything else through", async () => {
    const first = await call("GET", `/sites/${site}`);
    const version = first.headers.get("etag") ?? "";
    expect(version).toBe(`"${(first.body as SiteView).updatedAt}"`);
    const changed = await call("PATCH", `/sites/${site}`, { name: "One" }, { "if-match": version });
    expect(changed).toMatchObject({ status: 200, body: { name: "One" } });
    expect(changed.headers.get("etag")).not.toBe(version);

    const late = await call("PATCH", `/sites/${site}`, { name: "Two" }, { "if-match": version });
    expect(late).toMatchObject({
      status: 412,
      body: { code: "conflict", title: "This site was changed meanwhile. Read it again, then change it." },
    });
    expect(await call("DELETE", `/sites/${site}`, undefined, { "if-match": version })).toMatchObject({
      status: 412,
    });
    expect(await call("GET", `/sites/${site}`)).toMatchObject({ body: { name: "One" } });

    const now = changed.headers.get("etag") ?? "";
    const both = await call("PATCH", `/sites/${site}`, { name: "Three" }, { "if-match": `"other", ${now}` });
    expect(both).toMatchObject({ status: 200, body: { name: "Three" } });
    const any = await call("PATCH", `/sites/${site}`, { name: "Four" }, { "if-match": "*" });
    expect(any).toMatchObject({ status: 200, body: { name: "Four" } });
  });

  it("is refused to whoever knows an older action", async () => {
    const path = `/sites/${site}/actions`;
    const made = await call("POST", path, ACTION);
    const { id } = made.body as ActionView;
    const version = made.headers.get("etag") ?? "";
    expect((await call("GET", `${path}/${id}`)).headers.get("etag")).toBe(version);
    const rename = (name: string, headers = {}) => call("PUT", `${path}/${id}`, { ...ACTION, name }, headers);
    expect(await rename("First", { "if-match": version })).toMatchObject({ status: 200 });
    expect(await rename("Second", { "if-match": version })).toMatchObject({
      status: 412,
      body: { code: "conflict", title: "This action was changed meanwhile. Read it again, then change it." },
    });
    expect(await call("DELETE", `${path}/${id}`, undefined, { "if-match": version })).toMatchObject({
      status: 412,
    });
    expect(await call("GET", `${path}/${id}`)).toMatchObject({ body: { name: "First" } });
    expect(await rename("Third")).toMatchObject({ status: 200, body: { name: "Third" } });
  });

  it("lets one of ten through that all know the same action", async () => {
    const path = `/sites/${site}/actions`;
    const made = await call("POST", path, ACTION);
    const { id } = made.body as ActionView;
    const headers = { "if-match": made.headers.get("etag") ?? "" };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        call("PUT", `${path}/${id}`, { ...ACTION, name: `Name ${i}` }, headers),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 412),
    ]);
  });

  it("keeps the credential that another set meanwhile", async () => {
    const path = `/sites/${site}/actions`;
    const { id } = (await call("POST", path, ACTION)).body as ActionView;
    const put = (part: object) => call("PUT", `${path}/${id}`, { ...ACTION, ...part });
    const auth = { type: "bearer" };
    await put({ auth: { ...auth, credential: "an-older-secret-1111" } });
    await Promise.all([
      put({ auth: { ...auth, credential: "the-newest-secret-2222" } }),
      ...Array.from({ length: 8 }, (_, i) => put({ name: `Name ${i}`, auth })),
    ]);
    expect(await call("GET", `${path}/${id}`)).toMatchObject({
      body: { auth: { credential: { hint: "…2222" } } },
    });
  });
});
