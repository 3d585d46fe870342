import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ROLES, type Role } from "@errand/shared/roles";
import { createToken, hashToken } from "../src/credentials/session-token.ts";
import { ROUTE_RULES } from "../src/http/admin/route-rules.ts";
import type { Database } from "../src/storage/database.ts";
import { type AdminApi, FROM_DASHBOARD, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";
import { registeredRoutes } from "./registered-routes.ts";

const open = openInFolder();
const LATER = "2999-01-01T00:00:00.000Z";
let database: Database;
let api: AdminApi;
let routes: string[];

beforeAll(async () => {
  database = await open();
  api = await startAdminApi(database);
  routes = registeredRoutes(api.router).filter((route) => route !== "POST /login");
});
afterAll(() => api.close());
beforeEach(async () => {
  await database.deleteFrom("admins").execute();
});

/** A signed-in account whose password nobody had to compare. */
async function begin(role: Role, columns: { one_time_until?: string } = {}) {
  const id = `adm_${role}`;
  const token = createToken();
  const account = { id, name: role, role, password_hash: "", created_at: LATER, signed_in_at: null };
  await database
    .insertInto("admins")
    .values({ ...account, one_time_until: null, ...columns })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  const session = { token_hash: hashToken(token), admin_id: id, csrf_token: "csrf", created_at: LATER };
  await database
    .insertInto("admin_sessions")
    .values({ ...session, expires_at: LATER })
    .execute();
  return { ...FROM_DASHBOARD, cookie: `errand_admin=${token}`, "x-csrf-token": "csrf" };
}

const parted = (route: string): [method: string, path: string] => {
  const [method = "", path = ""] = route.split(" ");
  return [method, path.replaceAll(/:\w+/g, "none")];
};

async function isForbidden(route: string, headers: Record<string, string>): Promise<boolean> {
  const [method, path] = parted(route);
  const { status, body } = await api.call(method, path, undefined, headers);
  expect(status, route).not.toBe(401);
  if (status !== 403) return false;
  expect(body, route).toMatchObject({ code: "forbidden" });
  return true;
}

describe("the table of roles", () => {
  it("names every route behind the gate, and no other", () => {
    const ruled = ROUTE_RULES.map(({ method, path }) => `${method} ${path}`);
    expect(ruled.toSorted()).toEqual(routes.toSorted());
  });

  it.each(ROLES)("is what a %s may do", async (role) => {
    const may = ROUTE_RULES.filter((rule) => ROLES.indexOf(rule.role) <= ROLES.indexOf(role));
    const allowed: string[] = [];
    for (const route of routes) {
      if (!(await isForbidden(route, await begin(role)))) allowed.push(route);
    }
    expect(allowed.toSorted()).toEqual(may.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it("lets a viewer change nothing but their own sign-in", () => {
    const unsafe = ROUTE_RULES.filter(({ method, role }) => method !== "GET" && role === "viewer");
    expect(unsafe.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      "POST /logout",
      "POST /me/password",
      "POST /sites/:site/identity-check",
    ]);
  });

  it("keeps team, secrets, keys and erasing for owners", () => {
    const owners = /\/(team|identity-secrets|identity-keys|webhook-secrets|visitors)(\/|$)/;
    const lent = ROUTE_RULES.filter(
      ({ method, path, role }) => method !== "GET" && owners.test(path) && role !== "owner",
    );
    expect(lent).toEqual([]);
    for (const route of ["POST /sites", "DELETE /sites/:site", "GET /audit"]) {
      expect(ROUTE_RULES.find(({ method, path }) => `${method} ${path}` === route)?.role).toBe("owner");
    }
  });

  it("is read as the routes are: in any case, and a slash at the end lets nobody in", async () => {
    for (const path of ["/SITES", "/sites/", "/Sites/none/"]) {
      expect(await api.call("DELETE", path, undefined, await begin("editor"))).toMatchObject({
        status: 403,
        body: { code: "forbidden" },
      });
    }
    expect((await api.call("GET", "/SITES", undefined, await begin("viewer"))).status).toBe(200);
  });

  it("leaves what it does not name to owners", async () => {
    expect((await api.call("GET", "/nothing", undefined, await begin("editor"))).status).toBe(403);
    expect((await api.call("GET", "/nothing", undefined, await begin("owner"))).status).toBe(404);
  });

  it("opens nothing but the way out and the new password to somebody invited", async () => {
    const allowed: string[] = [];
    for (const route of routes) {
      const headers = await begin("owner", { one_time_until: LATER });
      if (!(await isForbidden(route, headers))) allowed.push(route);
    }
    expect(allowed.toSorted()).toEqual(["GET /me", "POST /logout", "POST /me/password"]);
  });
});
