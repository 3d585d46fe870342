import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createOpenApiDocument } from "../src/http/openapi/document.ts";
import type { Database } from "../src/storage/database.ts";
import { type AdminApi, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";
import { ADA, tell } from "./history-fixture.ts";

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

const open = openInFolder();
const document = createOpenApiDocument("http://localhost:3000") as Document;
const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);
ajv.addSchema({ $id: "openapi", components: document.components });

let database: Database;
let api: AdminApi;
/** Ids that stand for the parameters of a path. */
const ids: Record<string, string> = { user_id: "ada-1", run: "run_1", id: "cnv_1" };

beforeAll(async () => {
  database = await open();
  api = await startAdminApi(database);
});
afterAll(() => api.close());

/** What is wrong with an answer by the schema that the document has for it. */
function faultsOf(route: string, status: number, body: unknown): string {
  const [method = "", path = ""] = route.split(" ");
  const operation = document.paths[`/admin/v1${path.replaceAll(/:(\w+)/g, "{$1}")}`]?.[method.toLowerCase()];
  const schema = operation?.responses[String(status)]?.content?.["application/json"]?.schema;
  if (!schema) return `${route} answered ${status}, which is not described: ${JSON.stringify(body)}`;
  const referred = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object;
  const validate = ajv.compile(referred);
  return validate(body) ? "" : `${route}: ${ajv.errorsText(validate.errors)}`;
}

async function answer(route: string, body?: unknown): Promise<{ id: string }> {
  const [method = "", path = ""] = route.split(" ");
  const known = path.replaceAll(/:(\w+)/g, (_whole, name: string) => ids[name] ?? "missing");
  const given = await api.asOperator(method, known, body);
  expect(faultsOf(route, given.status, given.body)).toBe("");
  return given.body as { id: string };
}

const ACTION = {
  identifier: "lookup_order",
  name: "Look up order",
  whenToUse: "When asked.",
  method: "GET",
  url: "https://api.example.com/orders",
  auth: { type: "bearer", credential: "sk_live_0123456789abcdef" },
};

it("describes what the owner API really answers", async () => {
  ids["site"] = (await answer("POST /sites", { name: "Shop" })).id;
  const runs = [{ id: "run_1", outcome: "ok" as const }];
  await tell(database, ids["site"], {
    id: "cnv_1",
    visitor: ADA,
    runs,
    feedback: "up",
    approval: "approved",
  });
  ids["action"] = (await answer("POST /sites/:site/actions", ACTION)).id;
  await answer("POST /sites/:site/actions/test", { action: ACTION, dryRun: true });
  await answer("POST /sites/:site/import", { curl: "curl https://api.example.com/things" });
  ids["preview"] = (await answer("POST /sites/:site/try", {})).id;
  await answer("POST /sites/:site/identity-secrets", { kind: "jwt" });
  await answer("POST /sites/:site/webhook-secrets");
  await answer("POST /sites/:site/identity-check", { user_id: "ada", user_hash: "0".repeat(64) });
  await answer("POST /sites/:site/model/test");
  await answer("PUT /sites/:site/model", { spec: "built-in", dailyTokenBudget: 5_000 });
  const sample = { turns: ["Where is my order?"], expected: { action: "lookup_order" } };
  await answer("POST /sites/:site/evals", sample);
  await answer("POST /sites/:site/evals/import", { cases: [sample] });
  await answer("POST /sites/:site/evals/run", {});
  await answer("POST /sites/:site/conversations/:id/messages", { text: "Hello, a person here." });
  await answer("POST /sites/:site/conversations/:id/hand-back");
  for (const [path, { get }] of Object.entries(document.paths)) {
    const isTold = get && path.startsWith("/admin/v1/sites") && !path.endsWith("/evals/{id}");
    if (isTold) await answer(`GET ${path.replace("/admin/v1", "").replaceAll(/\{(\w+)\}/g, ":$1")}`);
  }
  for (const route of ["GET /me", "GET /team", "GET /audit"]) await answer(route);
  await answer("PUT /sites/:site/config", (await api.asOperator("GET", `/sites/${ids["site"]}/config`)).body);
  await answer("DELETE /sites/:site/visitors/:user_id");
});

it("has a schema of its own for every answer that is JSON", () => {
  const loose = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.values(responses)
        .flatMap(({ content }) => content?.["application/json"]?.schema ?? [])
        .filter((schema) => !JSON.stringify(schema).includes('"$ref":"#/components/schemas/'))
        .map(() => `${method} ${path}`),
    ),
  );
  expect(loose).toEqual([]);
  expect(Object.keys((document.components as { schemas: object }).schemas)).not.toContain("Any");
});
