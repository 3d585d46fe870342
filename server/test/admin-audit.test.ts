import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AuditEntry } from "@errand/shared/team";
import { ADMIN_TOKEN, type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";

const open = openInFolder();
let api: AdminApi;
let call: Call;

beforeEach(async () => {
  api = await startAdminApi(await open());
  call = api.asOperator;
});
afterEach(() => api.close());

const ACTION = {
  identifier: "lookup_order",
  name: "Look up order",
  whenToUse: "When asked.",
  method: "GET",
  url: "https://api.example.com/orders",
  auth: { type: "bearer", credential: "sk_live_0123456789" },
};

async function read(query = ""): Promise<AuditEntry[]> {
  return ((await call("GET", `/audit${query}`)).body as { items: AuditEntry[] }).items;
}

/** An entry is written when the answer has left, so it may come a moment later. */
const entries = (count: number, query = "") =>
  vi.waitFor(async () => {
    const found = await read(query);
    expect(found).toHaveLength(count);
    return found;
  });

const idOf = (answer: { body: unknown }) => (answer.body as { id: string }).id;

describe("the audit log", () => {
  it("tells who changed what, with the names of what changed and no values", async () => {
    const site = idOf(await call("POST", "/sites", { name: "Shop" }));
    await call("PATCH", `/sites/${site}`, { greeting: "Salam", name: "Shop" });
    const action = idOf(await call("POST", `/sites/${site}/actions`, ACTION));
    const changed = {
      ...ACTION,
      name: "Find order",
      auth: { type: "bearer", credential: "sk_live_9876543210" },
    };
    await call("PUT", `/sites/${site}/actions/${action}`, changed);
    await call("DELETE", `/sites/${site}/actions/${action}`);
    const secret = await call("POST", `/sites/${site}/identity-secrets`, {
      kind: "jwt",
      label: "Production",
    });
    const found = await entries(6);
    const base = {
      id: expect.stringMatching(/^aud_/),
      at: expect.stringMatching(/Z$/),
      actor: "ERRAND_ADMIN_TOKEN",
      site,
    };
    const shape = (method: string, route: string, thing: string, label: string, fields: unknown) =>
      expect.objectContaining({ ...base, method, route, thing, label, fields }) as unknown;
    expect(found).toEqual([
      shape("POST", "/sites/:site/identity-secrets", idOf(secret), "Production", ["kind", "label"]),
      shape("DELETE", "/sites/:site/actions/:action", action, "lookup_order", []),
      shape("PUT", "/sites/:site/actions/:action", action, "lookup_order", ["name", "credential"]),
      shape("POST", "/sites/:site/actions", action, "lookup_order", Object.keys(ACTION)),
      shape("PATCH", "/sites/:site", site, "Shop", ["greeting"]),
      expect.objectContaining({ method: "POST", route: "/sites", site: null, thing: site, label: "Shop" }),
    ]);
    expect(JSON.stringify(found)).not.toMatch(/sk_live|ids_jwt|Salam/);
  });

  it("is silent about what failed, was only read, or only tried", async () => {
    const site = idOf(await call("POST", "/sites", { name: "Shop" }));
    await call("PATCH", `/sites/${site}`, { name: "" });
    await call("GET", `/sites/${site}`);
    await call("POST", `/sites/${site}/identity-check`, { token: "x" });
    await call("POST", "/sites", { name: "Last" });
    expect((await entries(2)).map(({ label }) => label)).toEqual(["Last", "Shop"]);
  });

  it("tells of a change whose caller hung up before the answer", async () => {
    const body = JSON.stringify({ name: "mallory", role: "owner" });
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    const head = [
      "POST /admin/v1/team HTTP/1.1",
      `Host: ${hostname}`,
      `Authorization: Bearer ${ADMIN_TOKEN}`,
      "Content-Type: application/json",
      `Content-Length: ${body.length}`,
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.resetAndDestroy());
    const [entry] = await entries(1);
    expect(entry).toMatchObject({ method: "POST", route: "/team", label: "mallory" });
  });

  it("keeps no text of a body as the name of a field", async () => {
    const site = idOf(await call("POST", "/sites", { name: "Shop" }));
    await call("POST", `/sites/${site}/webhook-secrets`, { "a secret, mistyped as a name": 1, kind: 1 });
    expect((await entries(2))[0]?.fields).toEqual(["kind"]);
  });

  it("comes in pages, by site, actor and time", async () => {
    const [one, two] = [
      idOf(await call("POST", "/sites", { name: "One" })),
      idOf(await call("POST", "/sites", { name: "Two" })),
    ];
    for (const greeting of ["a", "b", "c"]) await call("PATCH", `/sites/${one}`, { greeting });
    await call("PATCH", `/sites/${two}`, { greeting: "d" });
    const all = await entries(6);
    expect((await read(`?site=${two}`)).map(({ site }) => site)).toEqual([two]);
    expect(await read("?actor=ERRAND_ADMIN_TOKEN")).toEqual(all);
    expect(await read("?actor=somebody")).toEqual([]);
    expect(await read("?to=2020-01-01")).toEqual([]);
    const first = (await call("GET", "/audit?limit=4")).body as { items: AuditEntry[]; nextCursor: string };
    expect(await read(`?cursor=${first.nextCursor}`)).toEqual(all.slice(4));
  });
});
