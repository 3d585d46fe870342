import { actionSchema, type ActionInput } from "@errand/shared/action";
import { expect, it, vi } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import { createEgress } from "../egress/guarded-request.ts";
import { createTestSealer, NOW } from "./action-fixture.ts";
import { createActionStore } from "./action-store.ts";
import { credentialContext, toActionView, type StoredAction } from "./stored-action.ts";

const AT = NOW.toISOString();
const SECRET = "sk-live-0123456789f3a9";
const sealer = createTestSealer();

function input(more: Record<string, unknown> = {}): ActionInput {
  return actionSchema.parse({
    identifier: "lookup_order",
    name: "Look up order",
    whenToUse: "Look up an order.",
    method: "GET",
    url: "https://api.acme.com/orders/{{id}}",
    parameters: [{ name: "id" }],
    ...more,
  });
}

const bearer = (credential?: unknown) => ({ auth: { type: "bearer", credential } });
const refusal = (pointer: string, message: string) => ({
  code: "invalid_request",
  message: expect.stringContaining(message) as string,
  errors: [{ pointer, message: expect.stringContaining(message) as string }],
});

function open(stored: StoredAction): string {
  const context = credentialContext(stored);
  if (!context || stored.credentialSealed === undefined) throw new Error("has no credential");
  return sealer.open(stored.credentialSealed, context);
}

describeEachDatabase("the actions of a site", (openDatabase) => {
  async function openStore() {
    const database = await openDatabase();
    for (const id of ["site_1", "site_2"]) {
      await database
        .insertInto("sites")
        .values({ id, settings: "{}", created_at: AT, updated_at: AT })
        .execute();
    }
    return { database, actions: createActionStore({ database, sealer, egress: createEgress() }) };
  }

  it("are found by id, by identifier and in a list, in their site alone", async () => {
    const { actions } = await openStore();
    const b = await actions.create("site_1", input({ identifier: "b" }));
    const a = await actions.create("site_1", input({ identifier: "a" }));
    const other = await actions.create("site_2", input({ identifier: "a" }));
    expect(a.id).toMatch(/^act_/);
    expect(await actions.list("site_1")).toEqual([a, b]);
    expect(await actions.get("site_1", a.id)).toEqual(a);
    expect(await actions.getByIdentifier("site_1", "a")).toEqual(a);
    expect(await actions.get("site_1", other.id)).toBeUndefined();
    expect(await actions.getByIdentifier("site_1", "c")).toBeUndefined();
  });

  it("are replaced whole, and removed", async () => {
    vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
    try {
      const { actions } = await openStore();
      const { id } = await actions.create("site_1", input());
      vi.setSystemTime("2027-04-01T00:00:00.000Z");
      const updated = await actions.update("site_1", id, input({ identifier: "find_order", enabled: true }));
      expect(updated).toMatchObject({
        id,
        definition: { identifier: "find_order", enabled: true, auth: { type: "none" } },
        createdAt: AT,
        updatedAt: "2027-04-01T00:00:00.000Z",
      });
      expect(await actions.get("site_1", id)).toEqual(updated);
      await expect(actions.remove("site_2", id)).rejects.toMatchObject({ code: "not_found" });
      await actions.remove("site_1", id);
      expect(await actions.list("site_1")).toEqual([]);
      await expect(actions.update("site_1", id, input())).rejects.toMatchObject({ code: "not_found" });
    } finally {
      vi.useRealTimers();
    }
  });

  it("have one identifier each", async () => {
    const { actions } = await openStore();
    await actions.create("site_1", input());
    const second = await actions.create("site_1", input({ identifier: "second" }));
    const taken = {
      code: "conflict",
      errors: [
        {
          pointer: "/identifier",
          message: 'The identifier "lookup_order" is taken by another action of this site.',
        },
      ],
    };
    await expect(actions.create("site_1", input())).rejects.toMatchObject(taken);
    await expect(actions.update("site_1", second.id, input())).rejects.toMatchObject(taken);
    expect(await actions.get("site_1", second.id)).toEqual(second);
  });

  const blocked: [url: string, message: string][] = [
    ["https://127.0.0.1/{{id}}", "ERRAND_PRIVATE_ORIGINS"],
    ["https://api.acme.com:8443/{{id}}", "port"],
    ["https://orders.internal/{{id}}", "reserved name"],
  ];
  it.each(blocked)("cannot call %s", async (url, message) => {
    const { actions } = await openStore();
    await expect(actions.create("site_1", input({ url }))).rejects.toMatchObject(refusal("/url", message));
    expect(await actions.list("site_1")).toEqual([]);
  });

  it("have defaults of their parameters' types", async () => {
    const { actions } = await openStore();
    const parameters = [{ name: "id", type: "integer", default: "seven" }];
    await expect(actions.create("site_1", input({ parameters }))).rejects.toMatchObject(
      refusal("/parameters/0/default", '"id" is "seven", but must be a whole number'),
    );
  });

  it("seal their credential for their own place, and show its last characters alone", async () => {
    const { actions, database } = await openStore();
    const stored = await actions.create("site_1", input(bearer(SECRET)));
    expect(open(stored)).toBe(SECRET);
    expect(credentialContext(stored)).toEqual({
      purpose: "credential",
      site: "site_1",
      action: stored.id,
      headerName: "authorization",
      origin: "https://api.acme.com",
    });
    const view = toActionView(stored);
    expect(view).toEqual({
      ...stored.definition,
      id: stored.id,
      auth: { type: "bearer", credential: { set: true, hint: "…f3a9" } },
      createdAt: stored.createdAt,
      updatedAt: stored.updatedAt,
    });
    const rows = await database.selectFrom("actions").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(SECRET);
    expect(JSON.stringify([stored, view])).not.toContain(SECRET);
  });

  it("keep their credential when it is left out or written as it was read", async () => {
    const { actions } = await openStore();
    const { id, credentialSealed } = await actions.create("site_1", input(bearer(SECRET)));
    for (const credential of [undefined, { set: true, hint: "…f3a9" }]) {
      const url = "https://api.acme.com/v2/{{id}}";
      const updated = await actions.update("site_1", id, input({ ...bearer(credential), url }));
      expect(updated).toMatchObject({ credentialSealed, credentialHint: "f3a9" });
      expect(open(updated)).toBe(SECRET);
    }
  });

  it("replace their credential by a text, and lose it by null or without authorization", async () => {
    const { actions } = await openStore();
    const { id } = await actions.create("site_1", input(bearer(SECRET)));
    const replaced = await actions.update("site_1", id, input(bearer("short")));
    expect(open(replaced)).toBe("short");
    expect(toActionView(replaced).auth).toEqual({ type: "bearer", credential: { set: true } });
    const removed = await actions.update("site_1", id, input(bearer(null)));
    expect(toActionView(removed).auth).toEqual({ type: "bearer", credential: { set: false } });
    await actions.update("site_1", id, input(bearer(SECRET)));
    await actions.update("site_1", id, input());
    expect(await actions.get("site_1", id)).not.toHaveProperty("credentialSealed");
    expect(toActionView(await actions.update("site_1", id, input(bearer()))).auth).toEqual({
      type: "bearer",
      credential: { set: false },
    });
  });

  const moved: [name: string, change: Record<string, unknown>][] = [
    ["host", { ...bearer(), url: "https://evil.acme.com/{{id}}" }],
    ["header", { auth: { type: "header", headerName: "X-Key" } }],
    ["kind of authorization", { auth: { type: "basic" } }],
  ];
  it.each(moved)("ask for their credential again when their %s changes", async (_name, change) => {
    const { actions } = await openStore();
    const stored = await actions.create("site_1", input(bearer(SECRET)));
    await expect(actions.update("site_1", stored.id, input(change))).rejects.toMatchObject(
      refusal("/auth/credential", "Enter the credential again"),
    );
    expect(await actions.get("site_1", stored.id)).toEqual(stored);
  });

  const unfit: [auth: Record<string, unknown>, message: string][] = [
    [{ type: "bearer", credential: "two\nlines" }, "printable ASCII"],
    [{ type: "header", headerName: "X-Key", credential: "açar" }, "printable ASCII"],
    [{ type: "basic", credential: "no-colon" }, "user:password"],
  ];
  it.each(unfit)("refuse a credential that no header carries: %j", async (auth, message) => {
    const { actions } = await openStore();
    await expect(actions.create("site_1", input({ auth }))).rejects.toMatchObject(
      refusal("/auth/credential", message),
    );
  });
});
