import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ActionView } from "@errand/shared/action";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";

const CREDENTIAL = "sk_live_0123456789f3a9";
const open = openInFolder();
let api: AdminApi;
let call: Call;
let actions: string;

const lookUp = {
  identifier: "lookup_order",
  name: "Look up order",
  whenToUse: "Look up a customer's order status by order number.",
  enabled: true,
  method: "GET",
  url: "https://api.example.com/orders/{{order_number}}",
  parameters: [{ name: "order_number", label: "Order number", type: "text", required: true }],
  auth: { type: "header", headerName: "X-API-Key", credential: CREDENTIAL },
};

beforeEach(async () => {
  api = await startAdminApi(await open());
  const seen: unknown[] = [];
  call = async (...request) => {
    const answer = await api.asOperator(...request);
    seen.push(answer.body);
    expect(JSON.stringify(seen)).not.toContain(CREDENTIAL);
    return answer;
  };
  const site = ((await call("POST", "/sites", { name: "Shop" })).body as { id: string }).id;
  actions = `/sites/${site}/actions`;
});
afterEach(() => api.close());

const create = async (action: object = {}): Promise<ActionView> =>
  (await call("POST", actions, { ...lookUp, ...action })).body as ActionView;

describe("an action", () => {
  it("is made, listed and read without its credential, of which the last four characters show", async () => {
    const answer = await call("POST", actions, lookUp);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        id: expect.stringMatching(/^act_/),
        identifier: "lookup_order",
        timeoutMs: 15_000,
        auth: {
          type: "header",
          headerName: "X-API-Key",
          credential: { set: true, hint: "…f3a9" },
        },
      },
    });
    const { id } = answer.body as ActionView;
    expect(await call("GET", actions)).toMatchObject({ status: 200, body: { items: [answer.body] } });
    expect(await call("GET", `${actions}/${id}`)).toMatchObject({ status: 200, body: answer.body });
  });

  it("is replaced, the credential kept when it is left out and gone when it is null", async () => {
    const { id } = await create();
    const auth = { type: "header", headerName: "X-API-Key" };
    const kept = await call("PUT", `${actions}/${id}`, { ...lookUp, name: "Find order", auth });
    expect(kept).toMatchObject({
      status: 200,
      body: { id, name: "Find order", auth: { credential: { set: true } } },
    });
    const gone = await call("PUT", `${actions}/${id}`, { ...lookUp, auth: { ...auth, credential: null } });
    expect(gone).toMatchObject({ status: 200, body: { auth: { credential: { set: false } } } });
  });

  it("has parameters named by letters, digits, _ and -, in any order but digits alone", async () => {
    const named = (...names: string[]) => ({
      ...lookUp,
      method: "POST",
      url: "https://api.example.com/{{2fa}}",
      parameters: ["2fa", ...names].map((name) => ({ name, type: "text" })),
      auth: { type: "none" },
    });
    const test = { arguments: { "2fa": "1", "-x": "2", "3_": "3" }, dryRun: true };
    const tried = await call("POST", `${actions}/test`, { action: named("-x", "3_"), ...test });
    expect(tried).toMatchObject({
      status: 200,
      body: { request: { url: "https://api.example.com/1", body: '{"-x":"2","3_":"3"}' } },
    });
    const message = "must be letters, digits, _ or -, not digits alone";
    expect(await call("POST", actions, named("12"))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/parameters/1/name", message }] },
    });
  });

  it("asks for the credential again when its host changes", async () => {
    const { id } = await create();
    const moved = {
      ...lookUp,
      url: "https://evil.example.com/{{order_number}}",
      auth: { type: "header", headerName: "X-API-Key" },
    };
    expect(await call("PUT", `${actions}/${id}`, moved)).toMatchObject({
      status: 400,
      body: { code: "invalid_request", errors: [{ pointer: "/auth/credential" }] },
    });
  });

  it("is removed", async () => {
    const { id } = await create();
    expect((await call("DELETE", `${actions}/${id}`)).status).toBe(204);
    expect((await call("GET", `${actions}/${id}`)).status).toBe(404);
    expect((await call("GET", actions)).body).toEqual({ items: [] });
  });

  const faults: [string, object, string][] = [
    ["an identifier in capitals", { identifier: "LookUp" }, "/identifier"],
    ["an unknown placeholder", { url: "https://api.example.com/{{other}}", parameters: [] }, "/url"],
    ["a placeholder in the host", { url: "https://{{order_number}}.example.com/" }, "/url"],
    ["a plain http URL", { url: "http://api.example.com/orders/{{order_number}}" }, "/url"],
    ["a private address", { url: "https://169.254.169.254/{{order_number}}" }, "/url"],
    ["a fault deep inside", { parameters: [{ name: "order_number", type: "colour" }] }, "/parameters/0/type"],
    ["a header that the connection sets", { headers: [{ name: "Host", value: "x" }] }, "/headers/0/name"],
  ];
  it.each(faults)("is refused with %s, which the answer points at", async (_name, fault, pointer) => {
    const answer = await call("POST", actions, { ...lookUp, ...fault });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid_request" } });
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map((error) => error.pointer)).toContain(pointer);
    expect((await call("GET", actions)).body).toEqual({ items: [] });
  });

  it("does not take another action's identifier", async () => {
    await create();
    const other = await create({ identifier: "other" });
    const conflict = { status: 409, body: { code: "conflict", errors: [{ pointer: "/identifier" }] } };
    expect(await call("POST", actions, lookUp)).toMatchObject(conflict);
    expect(await call("PUT", `${actions}/${other.id}`, lookUp)).toMatchObject(conflict);
  });

  it("is not found by another site, nor by an odd id", async () => {
    const { id } = await create();
    const other = ((await call("POST", "/sites", { name: "Other" })).body as { id: string }).id;
    for (const path of [
      `/sites/${other}/actions/${id}`,
      `${actions}/act_none`,
      `${actions}/%00`,
      `${actions}/test`,
    ]) {
      expect((await call("GET", path)).status).toBe(404);
      expect((await call("PUT", path, lookUp)).status).toBe(404);
      expect((await call("DELETE", path)).status).toBe(404);
    }
    expect((await call("GET", `${actions}/${id}`)).status).toBe(200);
  });
});

describe("the test of an action", () => {
  it("renders the request of a definition that is not saved, the credential masked", async () => {
    const body = { action: lookUp, arguments: { order_number: "ORD-123" }, dryRun: true };
    const answer = await call("POST", `${actions}/test`, body);
    expect(answer).toMatchObject({
      status: 200,
      body: { outcome: "ok", request: { method: "GET", url: "https://api.example.com/orders/ORD-123" } },
    });
    expect((await call("GET", actions)).body).toEqual({ items: [] });
  });

  it("lends a saved action's credential to the same endpoint only", async () => {
    const { id } = await create();
    const auth = { type: "header", headerName: "X-API-Key" };
    const test = (url: string) =>
      call("POST", `${actions}/test`, {
        action: { ...lookUp, url, auth },
        arguments: { order_number: "1" },
        savedFrom: id,
        dryRun: true,
      });
    expect(await test(lookUp.url)).toMatchObject({ status: 200, body: { outcome: "ok" } });
    expect(await test("https://evil.example.com/{{order_number}}")).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/action/auth/credential" }] },
    });
  });

  const faults: [string, unknown, string][] = [
    ["no action", {}, "/action"],
    ["a faulty action", { action: { ...lookUp, name: "" } }, "/action/name"],
    [
      "claims of a visitor with a hash",
      { action: lookUp, visitor: { verification: "user_hash", user_id: "1", claims: {} } },
      "/visitor",
    ],
    ["an unknown member", { action: lookUp, dry: true }, ""],
  ];
  it.each(faults)("is refused with %s", async (_name, body, pointer) => {
    const answer = await call("POST", `${actions}/test`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid_request" } });
    expect((answer.body as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer);
  });
});
