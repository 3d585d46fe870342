import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADMIN_TOKEN, createSite, openSession, startErrand, type Errand } from "./errand.ts";
import { createScriptedModel } from "./scripted-model.ts";

const log: string[] = [];
let errand: Errand;
let site: string;

beforeAll(async () => {
  errand = await startErrand({
    models: createScriptedModel(),
    environment: { ERRAND_LOG_LEVEL: "error" },
    logTo: { write: (line) => void log.push(line) },
  });
  site = await createSite(errand);
});
afterAll(() => errand.close());

const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const members = (levels: number): string => '{"a":'.repeat(levels) + "1" + "}".repeat(levels);

const CHAT = "/v1/chat";
const ASKED = '"id":"msg_nested_01","role":"user","parts":[{"type":"text","text":"Hi"}]';

/** Bodies with a value in them, by the route that is to read it. */
const ROUTES: [path: string, body: (value: string) => string][] = [
  ["/v1/sessions", (value) => `{"site":"${site}","identity":${value}}`],
  [
    CHAT,
    (value) =>
      `{"id":"cnv_nested_1","message":{${ASKED}},"tools":[{"name":"t","description":"t","parameters":{"x":${value}}}]}`,
  ],
  [
    CHAT,
    (value) =>
      `{"id":"cnv_nested_1","message":{"id":"m","role":"assistant","parts":[{"type":"t","state":"output-available","toolCallId":"c","output":${value}}]}}`,
  ],
  ["/admin/v1/sites/:site/actions", (value) => `{"parameters":[{"name":"p","default":${value}}]}`],
  ["/admin/v1/sites/:site/actions/test", (value) => `{"action":{},"arguments":{"p":${value}}}`],
  ["/admin/v1/sites/:site/import", (value) => `{"openapi":{"openapi":"3.1.0","paths":${value}}}`],
  ["/admin/v1/sites/:site/try", (value) => `{"visitor":{"verification":"jwt","claims":{"x":${value}}}}`],
  ["/admin/v1/sites/:site/evals", (value) => `{"answer":${value}}`],
];

async function post(path: string, body: string): Promise<{ status: number; body: unknown }> {
  const token = path.startsWith("/admin") ? ADMIN_TOKEN : (await openSession(errand, site)).session.session;
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const answer = await errand.visit(path.replace(":site", site), { method: "POST", headers, body });
  return { status: answer.status, body: await answer.json() };
}

describe("a body that is nested beyond sense", () => {
  it.each(ROUTES)("is refused by POST %s, and is no fault of ours", async (path, toBody) => {
    for (const value of [nested(150), nested(3_000), nested(100_000), members(3_000)]) {
      expect(await post(path, toBody(value))).toEqual({
        status: 400,
        body: {
          type: "about:blank",
          title: "The body is nested deeper than 100 levels.",
          status: 400,
          code: "invalid_request",
        },
      });
    }
    expect(log).toEqual([]);
  });

  it("is one of more than 100 levels", async () => {
    const toBody = (levels: number): string => `{"name":"Deep","instructions":${nested(levels - 1)}}`;
    expect((await post("/admin/v1/sites", toBody(100))).body).toMatchObject({
      errors: [{ pointer: "/instructions" }],
    });
    expect((await post("/admin/v1/sites", toBody(101))).body).toMatchObject({
      title: "The body is nested deeper than 100 levels.",
    });
  });
});
