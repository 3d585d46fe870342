import { afterEach, beforeEach, expect, it } from "vitest";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";

const open = openInFolder();
let api: AdminApi;
let call: Call;
let path: string;

beforeEach(async () => {
  api = await startAdminApi(await open());
  call = api.asOperator;
  path = `/sites/${await createSite()}/webhook-secrets`;
});
afterEach(() => api.close());

const createSite = async () => ((await call("POST", "/sites", { name: "Shop" })).body as { id: string }).id;
const create = async () => (await call("POST", path)).body as { id: string; secret: string; hint: string };

it("a webhook secret is 32 random bytes in base64 behind its prefix, and shown once", async () => {
  const answer = await call("POST", path);
  const { secret, ...view } = answer.body as { secret: string; hint: string };
  expect(answer.status).toBe(201);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(view).toEqual({
    id: expect.stringMatching(/^whs_/) as string,
    createdAt: expect.any(String) as string,
    hint: secret.slice(-4),
  });
  expect((await call("GET", path)).body).toEqual({ items: [view] });
  expect((await create()).secret).not.toBe(secret);
});

it("webhook secrets are listed newest first, and removed one by one", async () => {
  const [first, second] = [await create(), await create()];
  const ids = async () =>
    ((await call("GET", path)).body as { items: { id: string }[] }).items.map(({ id }) => id);
  expect(await ids()).toEqual([second.id, first.id]);
  expect((await call("DELETE", `${path}/${first.id}`)).status).toBe(204);
  expect((await call("DELETE", `${path}/${first.id}`)).status).toBe(404);
  expect(await ids()).toEqual([second.id]);
});

it("webhook secrets belong to their site, and to its owner alone", async () => {
  const { id } = await create();
  const other = `/sites/${await createSite()}/webhook-secrets`;
  expect((await call("GET", other)).body).toEqual({ items: [] });
  expect((await call("DELETE", `${other}/${id}`)).status).toBe(404);
  expect((await api.call("GET", path)).status).toBe(401);
  expect((await call("GET", "/sites/site_none/webhook-secrets")).status).toBe(404);
});
