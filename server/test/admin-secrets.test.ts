import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../src/storage/database.ts";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";
import { NOW } from "./identity-fixture.ts";

const open = openInFolder();
let database: Database;
let api: AdminApi;
let call: Call;
let site: string;

beforeEach(async () => {
  database = await open();
  api = await startAdminApi(database, { now: () => NOW });
  call = api.asOperator;
  site = ((await call("POST", "/sites", { name: "Shop" })).body as { id: string }).id;
});
afterEach(() => api.close());

const createSecret = async (body: object): Promise<Record<"id" | "kind" | "secret", string>> =>
  (await call("POST", `/sites/${site}/identity-secrets`, body)).body as Record<
    "id" | "kind" | "secret",
    string
  >;
const list = async () =>
  ((await call("GET", `/sites/${site}/identity-secrets`)).body as { items: object[] }).items;

describe("an identity secret", () => {
  it("is shown once, when it is made", async () => {
    const made = await createSecret({ kind: "jwt", label: " Production " });
    expect(made).toEqual({
      id: expect.stringMatching(/^ids_/),
      kind: "jwt",
      secret: expect.stringMatching(/^ids_jwt_[\w-]{43}$/),
    });
    const answer = await call("GET", `/sites/${site}/identity-secrets`);
    expect(answer.body).toEqual({
      items: [
        {
          id: made.id,
          kind: "jwt",
          label: "Production",
          createdAt: expect.any(String),
          lastUsedAt: null,
          endsAt: null,
        },
      ],
    });
    expect(JSON.stringify(answer.body)).not.toContain(made.secret);
    const rows = await database.selectFrom("identity_secrets").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(made.secret);
  });

  it("needs no label", async () => {
    expect(await call("POST", `/sites/${site}/identity-secrets`, { kind: "user_hash" })).toMatchObject({
      status: 201,
      body: { kind: "user_hash", secret: expect.stringMatching(/^ids_hash_/) },
    });
  });

  const faults: [string, unknown, string][] = [
    ["no kind", {}, "/kind"],
    ["one kind for both", { kind: "any" }, "/kind"],
    ["a text of its own", { kind: "jwt", secret: "short" }, ""],
    ["a long label", { kind: "jwt", label: "x".repeat(121) }, "/label"],
  ];
  it.each(faults)("is refused with %s", async (_name, body, pointer) => {
    const answer = await call("POST", `/sites/${site}/identity-secrets`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid_request", errors: [{ pointer }] } });
    expect(await list()).toEqual([]);
  });

  it("changes its label and its end, each by itself", async () => {
    const { id } = await createSecret({ kind: "jwt", label: "Old", endsAt: "2027-01-01T02:00:00+02:00" });
    const path = `/sites/${site}/identity-secrets/${id}`;
    expect(await list()).toMatchObject([{ label: "Old", endsAt: "2027-01-01T00:00:00.000Z" }]);
    expect(await call("PATCH", path, { label: "New" })).toMatchObject({
      status: 200,
      body: { id, kind: "jwt", label: "New", endsAt: "2027-01-01T00:00:00.000Z" },
    });
    expect((await call("PATCH", path, { endsAt: null })).body).toMatchObject({ label: "New", endsAt: null });
    expect((await call("PATCH", path, {})).body).toMatchObject({ label: "New", endsAt: null });
    expect(await call("PATCH", path, { endsAt: "tomorrow" })).toMatchObject({
      status: 400,
      body: {
        errors: [{ pointer: "/endsAt", message: "must be a time such as 2026-12-31T00:00:00Z, or null" }],
      },
    });
    expect((await call("PATCH", path, { secret: "mine" })).status).toBe(400);
    const elsewhere = ((await call("POST", "/sites", { name: "Other" })).body as { id: string }).id;
    const foreign = await call("PATCH", `/sites/${elsewhere}/identity-secrets/${id}`, { label: "Stolen" });
    expect(foreign.status).toBe(404);
    expect(await list()).toMatchObject([{ label: "New" }]);
  });

  it("is removed from its own site only", async () => {
    const { id } = await createSecret({ kind: "jwt" });
    const other = ((await call("POST", "/sites", { name: "Other" })).body as { id: string }).id;
    expect((await call("DELETE", `/sites/${other}/identity-secrets/${id}`)).status).toBe(404);
    expect((await call("DELETE", `/sites/${site}/identity-secrets/${id}`)).status).toBe(204);
    expect((await call("DELETE", `/sites/${site}/identity-secrets/${id}`)).status).toBe(404);
    expect((await call("DELETE", `/sites/${site}/identity-secrets/%00`)).status).toBe(404);
    expect(await list()).toEqual([]);
  });
});
