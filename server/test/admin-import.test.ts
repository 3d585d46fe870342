import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ActionImportResult } from "@errand/shared/action-import";
import { createEgress, type Egress } from "../src/egress/guarded-request.ts";
import { type AdminApi, PUBLIC_URL, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";
import { type Endpoint, startEndpoint } from "./endpoint.ts";

const open = openInFolder();
const description = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: { "/orders/{id}": { get: { operationId: "getOrder" }, head: {} } },
};
let endpoint: Endpoint;
let egress: Egress;
let api: AdminApi;
let site: string;

beforeEach(async () => {
  endpoint = await startEndpoint();
  const privateOrigins = [endpoint.origin];
  egress = createEgress({ publicUrl: PUBLIC_URL, privateOrigins, extraCa: endpoint.caPem });
  api = await startAdminApi(await open(), { egress });
  site = `/sites/${((await api.asOperator("POST", "/sites", { name: "Shop" })).body as { id: string }).id}`;
});
afterEach(async () => {
  await api.close();
  await egress.close();
  await endpoint.close();
});

const importing = (body: unknown) => api.asOperator("POST", `${site}/import`, body);
const identifiersOf = (body: unknown) =>
  (body as ActionImportResult).items.map(({ action }) => action.identifier);

describe("an import", () => {
  it("answers drafts and what was skipped, and saves nothing", async () => {
    expect(await importing({ openapi: description })).toMatchObject({
      status: 200,
      body: {
        items: [
          { source: "GET /orders/{id}", notes: [], action: { identifier: "get_order", enabled: false } },
        ],
        skipped: [{ source: "HEAD /orders/{id}", reason: "Actions do not use the method HEAD." }],
      },
    });
    expect((await api.asOperator("GET", `${site}/actions`)).body).toEqual({ items: [] });
  });

  it("gives drafts that can be saved, and then others beside them", async () => {
    const { items } = (await importing({ openapi: JSON.stringify(description) })).body as ActionImportResult;
    const saved = await api.asOperator("POST", `${site}/actions`, items[0]?.action);
    expect(saved).toMatchObject({ status: 201, body: { identifier: "get_order", enabled: false } });
    expect(identifiersOf((await importing({ openapi: description })).body)).toEqual(["get_order_2"]);
  });

  it("takes a curl command, of which no secret comes back", async () => {
    const answer = await importing({
      curl: "curl https://api.example.com/orders -H 'Authorization: Bearer s3cr3t'",
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { items: [{ action: { auth: { type: "bearer" } } }] },
    });
    expect(JSON.stringify(answer.body)).not.toContain("s3cr3t");
  });

  it("fetches the document behind an address, whose relative server stands behind it", async () => {
    endpoint.answer = () => ({ body: { ...description, servers: [{ url: "../v2" }] } });
    const answer = await importing({ openapi: `${endpoint.origin}/docs/openapi.json` });
    expect(answer).toMatchObject({
      status: 200,
      body: { items: [{ action: { url: `${endpoint.origin}/v2/orders/{{id}}` } }] },
    });
    expect(endpoint.seen).toMatchObject([{ method: "GET", path: "/docs/openapi.json", body: "" }]);
    expect(endpoint.seen[0]?.headers).not.toHaveProperty("authorization");
  });

  const addresses: [name: string, address: () => string, status: number, code: string][] = [
    ["of a private network", () => "https://10.0.0.1/openapi.json", 422, "blocked_address"],
    ["without https", () => "http://api.example.com/openapi.json", 400, "invalid_request"],
    ["that answers 404", () => `${endpoint.origin}/missing`, 400, "invalid_request"],
    ["that answers too much", () => `${endpoint.origin}/large`, 400, "invalid_request"],
    ["that answers with something else", () => `${endpoint.origin}/other`, 400, "invalid_request"],
  ];
  it.each(addresses)("refuses an address %s", async (_name, address, status, code) => {
    endpoint.answer = ({ path }) => {
      if (path === "/missing") return { status: 404, body: description };
      return { body: path === "/large" ? { ...description, x: "x".repeat(5_300_000) } : ["other"] };
    };
    const answer = await importing({ openapi: address() });
    expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer: "/openapi" }] } });
  });

  const faults: [body: unknown, pointer: string][] = [
    [{}, ""],
    [{ openapi: description, curl: "curl https://api.example.com" }, ""],
    [{ openapi: 3 }, "/openapi"],
    [{ openapi: "hello" }, "/openapi"],
    [{ openapi: { openapi: "3.1.0", paths: {} } }, "/openapi"],
    [{ curl: "wget" }, "/curl"],
  ];
  it.each(faults)("refuses %j, pointing at the fault", async (body, pointer) => {
    expect(await importing(body)).toMatchObject({
      status: 400,
      body: { code: "invalid_request", errors: [{ pointer }] },
    });
  });

  it("takes bodies of up to 5 MB, as no other route does, and only of those who may", async () => {
    const large = { openapi: { ...description, "x-more": "x".repeat(4_000_000) } };
    expect(identifiersOf((await importing(large)).body)).toEqual(["get_order"]);
    const larger = { openapi: { ...description, "x-more": "x".repeat(5_300_000) } };
    const tooLarge = { code: "payload_too_large", title: "The body is larger than 5120 KB." };
    expect(await importing(larger)).toMatchObject({ status: 413, body: tooLarge });
    expect(await api.asOperator("POST", `${site}/actions`, large)).toMatchObject({
      status: 413,
      body: { title: "The body is larger than 256 KB." },
    });
    expect((await api.call("POST", `${site}/import`, large)).status).toBe(401);
  });

  it("is not found for another site, nor with another method", async () => {
    expect((await api.asOperator("POST", "/sites/site_none/import", { curl: "curl" })).status).toBe(404);
    expect((await api.asOperator("GET", `${site}/import`)).status).toBe(404);
  });
});
