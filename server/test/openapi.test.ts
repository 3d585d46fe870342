import { validate } from "@scalar/openapi-parser";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createOpenApiDocument } from "../src/http/openapi/document.ts";
import { chatRoutes } from "../src/http/visitor/chat-routes.ts";
import { sessionRoutes } from "../src/http/visitor/session-routes.ts";
import { type AdminApi, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";
import { startErrand, type Errand } from "./errand.ts";
import { registeredRoutes } from "./registered-routes.ts";

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
}

interface Described {
  operationId: string;
  "x-least-role"?: string;
  parameters?: { name: string }[];
}

const open = openInFolder();
let errand: Errand;
let admin: AdminApi;
let document: Document;

beforeAll(async () => {
  errand = await startErrand();
  admin = await startAdminApi(await open());
  document = (await (await fetch(`${errand.url}/openapi.json`)).json()) as Document;
});
afterAll(async () => {
  await admin.close();
  await errand.close();
});

/** `METHOD /path` of every operation below a base, its parameters as Express writes them. */
const described = (base: string): string[] =>
  Object.entries(document.paths)
    .filter(([path]) => path.startsWith(`${base}/`))
    .flatMap(([path, operations]) =>
      Object.keys(operations).map(
        (method) => `${method.toUpperCase()} ${path.slice(base.length).replaceAll(/\{(\w+)\}/g, ":$1")}`,
      ),
    )
    .toSorted();

it("is a valid OpenAPI 3.1 document", async () => {
  expect(document.openapi).toBe("3.1.0");
  expect(await validate(JSON.stringify(document))).toMatchObject({ valid: true });
});

it("lists every route of the owner API, and no other", () => {
  expect(described("/admin/v1")).toEqual(registeredRoutes(admin.router).toSorted());
});

it("lists every route of the visitor API, and no other", () => {
  // Only what they register is read, which needs none of what they work with.
  const routers = [sessionRoutes, chatRoutes].map((create) => create({} as never));
  expect(described("/v1")).toEqual(routers.flatMap(registeredRoutes).toSorted());
});

it("has an id of its own for every operation, and tells the least role", () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(document.paths["/admin/v1/sites/{site}/visitors/{user_id}"]?.["delete"]).toMatchObject({
    "x-least-role": "owner",
  });
});

it("describes bodies by the schemas that judge them", () => {
  expect(document.paths["/admin/v1/team"]?.["post"]).toMatchObject({
    requestBody: {
      content: {
        "application/json": {
          schema: {
            type: "object",
            properties: { name: { type: "string" }, role: { enum: ["viewer", "editor", "owner"] } },
            required: ["name", "role"],
            additionalProperties: false,
          },
        },
      },
    },
  });
});

it("names the cookie as the browser of this server has it", () => {
  const schemes = (url: string) =>
    (createOpenApiDocument(url) as { components: { securitySchemes: { cookie: { name: string } } } })
      .components.securitySchemes.cookie.name;
  expect([schemes("https://chat.example.com"), schemes("http://localhost:3000")]).toEqual([
    "__Host-errand_admin",
    "errand_admin",
  ]);
});

it("tells which changes may name the version that they are made of", () => {
  const versioned = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [] }]) =>
      parameters.some(({ name }) => name === "If-Match") ? [`${method} ${path}`] : [],
    ),
  );
  expect(versioned).toEqual([
    "patch /admin/v1/sites/{site}",
    "delete /admin/v1/sites/{site}",
    "put /admin/v1/sites/{site}/actions/{action}",
    "delete /admin/v1/sites/{site}/actions/{action}",
  ]);
});
