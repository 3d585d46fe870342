import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAdminStore, type AdminStore } from "../src/http/admin/admin-store.ts";
import type { Database } from "../src/storage/database.ts";
import {
  ADMIN_TOKEN,
  type AdminApi,
  FROM_DASHBOARD,
  type Owner,
  PASSWORD,
  PUBLIC_URL,
  signIn,
  startAdminApi,
} from "./admin-api.ts";
import { CHEAP_PASSWORDS } from "./cheap-passwords.ts";
import { openInFolder } from "./databases.ts";

const open = openInFolder();
let database: Database;
let api: AdminApi;
let owner: Owner;

beforeAll(async () => {
  database = await open();
  await createAdminStore(database, { passwords: CHEAP_PASSWORDS }).ensureFirstAdmin(PASSWORD);
  const first = await startAdminApi(database);
  owner = await signIn(first);
  await first.close();
});
beforeEach(async () => {
  await database.deleteFrom("sites").execute();
  api = await startAdminApi(database);
});
afterEach(() => api.close());

const login = (body: unknown, headers: Record<string, string> = FROM_DASHBOARD) =>
  api.call("POST", "/login", body, headers);

describe("signing in", () => {
  it("answers the name and the CSRF token, and sets a cookie that no script reads", async () => {
    const answer = await login({ password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      name: "owner",
      role: "owner",
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(answer.headers.get("set-cookie")).toMatch(
      /^errand_admin=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it("sets a __Host- cookie under https", async () => {
    const publicUrl = "https://chat.example.com";
    const https = await startAdminApi(database, { config: { publicUrl } });
    const answer = await https.call("POST", "/login", { password: PASSWORD }, { origin: publicUrl });
    expect(answer.headers.get("set-cookie")).toMatch(
      /^__Host-errand_admin=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    await https.close();
  });

  it("tells who is signed in", async () => {
    expect((await api.call("GET", "/me", undefined, { cookie: owner.cookie })).body).toEqual({
      name: "owner",
      role: "owner",
      csrfToken: owner.csrfToken,
    });
  });

  it("ends with signing out", async () => {
    const leaving = await signIn(api);
    const answer = await leaving.call("POST", "/logout");
    expect(answer.status).toBe(204);
    expect(answer.headers.get("set-cookie")).toMatch(/^errand_admin=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await leaving.call("GET", "/me")).toMatchObject({ status: 401, body: { code: "unauthorized" } });
  });

  const refusals: [string, unknown, number, string][] = [
    ["a wrong password", { password: "wrong" }, 401, "unauthorized"],
    ["another name", { name: "admin", password: PASSWORD }, 401, "unauthorized"],
    ["a name with NUL", { name: "owner\u0000", password: PASSWORD }, 400, "invalid_request"],
    ["no password", {}, 400, "invalid_request"],
    ["an empty password", { password: "" }, 400, "invalid_request"],
    ["a list as password", { password: [PASSWORD] }, 400, "invalid_request"],
    ["no body", undefined, 400, "invalid_request"],
    ["a body that is no JSON", '{"password":', 400, "invalid_request"],
  ];
  it.each(refusals)("refuses %s", async (_name, body, status, code) => {
    const answer = await login(body, { ...FROM_DASHBOARD, "content-type": "application/json" });
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  });

  it("refuses a form", async () => {
    const headers = { ...FROM_DASHBOARD, "content-type": "application/x-www-form-urlencoded" };
    const answer = await login(`password=${PASSWORD}`, headers);
    expect(answer).toMatchObject({ status: 415, body: { code: "unsupported_media_type" } });
  });

  it("is refused after ten failures, even with the right password, with the seconds to wait", async () => {
    const throttled = await startAdminApi(database, { admins: quickAdmins });
    const attempt = (password: string) => throttled.call("POST", "/login", { password }, FROM_DASHBOARD);
    const fail = async (times: number) => {
      const failures = await Promise.all(Array.from({ length: times }, () => attempt("wrong")));
      expect(failures.map(({ status }) => status)).toEqual(Array(times).fill(401));
    };
    await fail(9);
    expect((await attempt(PASSWORD)).status).toBe(200);
    await fail(10);
    const answer = await attempt(PASSWORD);
    expect(answer).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect(answer.headers.get("retry-after")).toBe("900");
    await throttled.close();
  });

  it("does not forget the failures at one account because another signs in", async () => {
    const throttled = await startAdminApi(database, { admins: quickAdmins });
    const attempt = (name: string, password: string) =>
      throttled.call("POST", "/login", { name, password }, FROM_DASHBOARD);
    for (let count = 0; count < 9; count += 1) await attempt("owner", "wrong");
    expect((await attempt("ada@example.com", PASSWORD)).status).toBe(200);
    expect((await attempt("owner", "wrong")).status).toBe(401);
    expect((await attempt("owner", "wrong")).status).toBe(429);
    await throttled.close();
  });
});

const SOMEBODY = {
  id: "s",
  adminId: "adm_1",
  name: "",
  role: "owner",
  csrfToken: "c",
  mustChangePassword: false,
} as const;

/** Accounts whose password costs no time to compare. */
const quickAdmins: AdminStore = {
  ensureFirstAdmin: async () => undefined,
  signIn: async (name, password) =>
    password === PASSWORD ? { token: "t", session: { ...SOMEBODY, name } } : undefined,
  findSession: async () => undefined,
  endSession: async () => {},
  changePassword: async () => undefined,
};

describe("a request that another page made the browser send", () => {
  const foreign: [string, Record<string, string>][] = [
    ["cross-site", { "sec-fetch-site": "cross-site" }],
    ["same-site", { "sec-fetch-site": "same-site" }],
    ["typed by hand", { "sec-fetch-site": "none" }],
    ["cross-site with our origin", { "sec-fetch-site": "cross-site", origin: PUBLIC_URL }],
    ["another origin, without Fetch Metadata", { origin: "https://evil.example" }],
    ["another port", { origin: "http://localhost:3001" }],
    ["the null origin", { origin: "null" }],
  ];
  it.each(foreign)("does not sign in: %s", async (_name, headers) => {
    expect(await login({ password: PASSWORD }, headers)).toMatchObject({
      status: 403,
      body: { code: "csrf_rejected" },
    });
  });

  it.each(foreign)("does not change anything: %s", async (_name, headers) => {
    const sent = { ...headers, cookie: owner.cookie, "x-csrf-token": owner.csrfToken };
    const answer = await api.call("POST", "/sites", { name: "Evil" }, sent);
    expect(answer).toMatchObject({ status: 403, body: { code: "csrf_rejected" } });
    expect((await api.asOperator("GET", "/sites")).body).toEqual({ items: [] });
  });

  it("does not change anything without the session's own CSRF token", async () => {
    const other = await signIn(api);
    for (const token of [undefined, "", "wrong", other.csrfToken]) {
      const headers = {
        ...FROM_DASHBOARD,
        cookie: owner.cookie,
        ...(token === undefined ? {} : { "x-csrf-token": token }),
      };
      const answer = await api.call("POST", "/sites", { name: "Evil" }, headers);
      expect(answer).toMatchObject({ status: 403, body: { code: "csrf_rejected" } });
    }
  });

  it("is told from the dashboard's own by Origin where there is no Fetch Metadata", async () => {
    const headers = { cookie: owner.cookie, "x-csrf-token": owner.csrfToken, origin: PUBLIC_URL };
    expect((await api.call("POST", "/sites", { name: "Shop" }, headers)).status).toBe(201);
  });
});

describe("a program that sends neither Origin nor Fetch Metadata", () => {
  it("signs in, and changes things by the session's CSRF token", async () => {
    const signedIn = await login({ password: PASSWORD }, {});
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    const { csrfToken } = signedIn.body as { csrfToken: string };
    const make = (headers: Record<string, string>) => api.call("POST", "/sites", { name: "Shop" }, headers);
    expect(await make({ cookie })).toMatchObject({ status: 403, body: { code: "csrf_rejected" } });
    expect((await make({ cookie, "x-csrf-token": csrfToken })).status).toBe(201);
  });
});

describe("the gate", () => {
  const routes = [
    ["GET", "/me"],
    ["POST", "/logout"],
    ["GET", "/sites"],
    ["POST", "/sites"],
    ["DELETE", "/sites/site_1"],
    ["GET", "/sites/site_1/identity-secrets"],
    ["POST", "/sites/site_1/identity-check"],
    ["POST", "/sites/site_1/actions/test"],
    ["GET", "/sites/site_1/runs"],
    ["GET", "/nothing"],
  ] as const;
  it.each(routes)("stands before %s %s", async (method, path) => {
    expect(await api.call(method, path, undefined, FROM_DASHBOARD)).toMatchObject({
      status: 401,
      body: { code: "unauthorized" },
    });
  });

  it("lets a program in by the operator's token, without CSRF", async () => {
    expect(await api.asOperator("GET", "/me")).toMatchObject({
      status: 200,
      body: { name: "ERRAND_ADMIN_TOKEN" },
    });
    expect((await api.asOperator("POST", "/sites", { name: "Shop" })).status).toBe(201);
    expect((await api.asOperator("POST", "/logout")).status).toBe(204);
  });

  it("refuses every other token, with a cookie beside it too", async () => {
    const wrong = [
      "Bearer wrong",
      `Bearer ${ADMIN_TOKEN}x`,
      `Basic ${ADMIN_TOKEN}`,
      "Bearer ",
      ADMIN_TOKEN,
      "Bearer undefined",
    ];
    for (const authorization of wrong) {
      expect((await api.call("GET", "/me", undefined, { authorization, cookie: owner.cookie })).status).toBe(
        401,
      );
    }
  });

  it("takes no token when the operator set none", async () => {
    for (const config of [{ publicUrl: PUBLIC_URL }, { publicUrl: PUBLIC_URL, adminToken: "" }]) {
      const closed = await startAdminApi(database, { config });
      for (const authorization of ["Bearer ", "Bearer undefined", `Bearer ${ADMIN_TOKEN}`]) {
        expect((await closed.call("GET", "/me", undefined, { authorization })).status).toBe(401);
      }
      await closed.close();
    }
  });

  it("reads its own cookie among others", async () => {
    const among = `theme=dark; not_errand_admin=x; ${owner.cookie}; last=1`;
    expect((await api.call("GET", "/me", undefined, { cookie: among })).status).toBe(200);
    expect((await api.call("GET", "/me", undefined, { cookie: `${owner.cookie}x` })).status).toBe(401);
  });

  it("answers a route that is not there with 404", async () => {
    const answer = await api.asOperator("GET", "/nothing");
    expect(answer).toMatchObject({
      status: 404,
      body: { code: "not_found", title: "The owner API has no GET /nothing." },
    });
  });
});
