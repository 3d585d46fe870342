import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ActionTestResult } from "@errand/shared/action-test";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEndpoint, type Endpoint, type SeenRequest } from "./endpoint.ts";
import { createSite, startErrand, type Errand } from "./errand.ts";

const SERVER_DIR = fileURLToPath(new URL("..", import.meta.url));
const GUIDE = readFileSync(join(SERVER_DIR, "docs/verify-calls.md"), "utf8");
const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) process.emitWarning("python3 is not here: the guide's Python sample is not executed.");

let endpoint: Endpoint;
let errand: Errand;
let site: string;
let secret: string;
let workDir: string;

beforeAll(async () => {
  const cache = join(SERVER_DIR, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  // Inside the package, where the sample finds its libraries.
  workDir = mkdtempSync(join(cache, "verify-calls-"));
  endpoint = await startEndpoint();
  errand = await startErrand({ endpoint });
  site = await createSite(errand);
  const made = await errand.admin<{ secret: string }>("POST", `/sites/${site}/webhook-secrets`);
  secret = made.secret;
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
  rmSync(workDir, { recursive: true });
});

/** The first sample of a language in the guide. */
function sampleOf(language: string): string {
  const sample = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(GUIDE)?.[1];
  if (sample === undefined) throw new Error(`the guide has no sample in ${language}`);
  return sample;
}

interface Sample {
  child: ChildProcess;
  origin: string;
}

async function startSample(language: string, program: string): Promise<Sample> {
  const file = join(workDir, language === "js" ? "endpoint.mjs" : "endpoint.py");
  writeFileSync(file, sampleOf(language));
  const child = spawn(program, [file], {
    env: {
      PATH: process.env["PATH"],
      PORT: "0",
      ERRAND_ORIGIN: errand.url,
      OWN_ORIGIN: endpoint.origin,
      WEBHOOK_SECRET: secret,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    let printed = "";
    const read = (chunk: unknown) => {
      printed += String(chunk);
      const found = /listening on port (\d+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", () => reject(new Error(`the sample ended: ${printed}`)));
  });
  return { child, origin: `http://127.0.0.1:${port}` };
}

/** Hands a request on to the sample, as the proxy before an endpoint would. */
async function forward({ origin }: Sample, { method, path, headers, body }: SeenRequest) {
  const { host: _host, connection: _connection, "content-length": _length, ...others } = headers;
  const init = { method, headers: others, ...(body === "" ? {} : { body }) };
  const answer = await fetch(origin + path, init);
  return { status: answer.status, body: await answer.json() };
}

async function call(method: string): Promise<ActionTestResult> {
  const action = {
    identifier: "orders",
    name: "Orders",
    whenToUse: "When asked.",
    method,
    url: `${endpoint.origin}/orders/7?note=a%20b`,
    body: { mode: "fields", fields: method === "POST" ? [{ name: "text", value: "çay" }] : [] },
  };
  const visitor = { verification: "user_hash", user_id: "u-1" };
  return errand.admin("POST", `/sites/${site}/actions/test`, { action, visitor });
}

function describeSample(language: string, program: string, facts: (sample: () => Sample) => void): void {
  describe(`the guide's sample in ${language}`, () => {
    let sample: Sample;
    beforeAll(async () => {
      sample = await startSample(language, program);
    });
    afterAll(() => {
      sample.child.kill();
    });
    beforeEach(() => {
      endpoint.seen.length = 0;
      endpoint.answer = (seen) => forward(sample, seen);
    });
    facts(() => sample);
  });
}

/** A genuine call that has not reached the sample yet. */
async function catchCall(): Promise<SeenRequest> {
  endpoint.answer = () => ({});
  await call("POST");
  return endpoint.seen.at(-1) as SeenRequest;
}

const tampered: [name: string, change: (seen: SeenRequest) => Partial<SeenRequest>][] = [
  ["another body", ({ body }) => ({ body: body.replace("u-1", "u-2") })],
  ["another id", ({ headers }) => ({ headers: { ...headers, "webhook-id": "run_other" } })],
  ["another time", ({ headers }) => ({ headers: { ...headers, "webhook-timestamp": "1700000000" } })],
  ["a time that is none", ({ headers }) => ({ headers: { ...headers, "webhook-timestamp": "now" } })],
  ["no signature", ({ headers }) => ({ headers: { ...headers, "webhook-signature": "" } })],
];
const asserted: typeof tampered = [
  ["another address", () => ({ path: "/orders/8" })],
  ["another method", () => ({ method: "PUT" })],
  ["no assertion", ({ headers }) => ({ headers: { ...headers, "x-errand-assertion": "" } })],
];

describeSample("js", process.execPath, (sample) => {
  it.each(["POST", "GET"])("accepts a call with %s and knows the visitor", async (method) => {
    const { response } = await call(method);
    expect(response).toMatchObject({ status: 200, body: '{"order":"7","visitor":"u-1"}' });
  });

  it.each([...tampered, ...asserted])("refuses a call with %s", async (_name, change) => {
    const seen = await catchCall();
    expect((await forward(sample(), { ...seen, ...change(seen) })).status).toBe(401);
    expect((await forward(sample(), seen)).status).toBe(200);
  });

  it("refuses the same call a second time", async () => {
    const seen = await catchCall();
    expect((await forward(sample(), seen)).status).toBe(200);
    expect(await forward(sample(), seen)).toEqual({
      status: 401,
      body: { error: "the call was made before" },
    });
  });
});

if (hasPython) {
  describeSample("python", "python3", (sample) => {
    it.each(["POST", "GET"])("accepts a call with %s", async (method) => {
      expect((await call(method)).response).toMatchObject({ status: 200, body: '{"accepted":true}' });
    });

    it.each(tampered)("refuses a call with %s", async (_name, change) => {
      const seen = await catchCall();
      expect((await forward(sample(), { ...seen, ...change(seen) })).status).toBe(401);
      expect((await forward(sample(), seen)).status).toBe(200);
    });
  });
}
