import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import {
  ADMIN_TOKEN,
  connectErrand,
  createAction,
  createSite,
  openSession,
  spokenIn,
  type ErrandClient,
} from "./errand.ts";

let endpoint: Endpoint;
let errand: ErrandClient;
let child: ChildProcess | undefined;
const workDir = mkdtempSync(join(tmpdir(), "errand-killed-"));

beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await endpoint.close();
  rmSync(workDir, { recursive: true, force: true });
});

/** Starts the production entry as a process of its own, and answers where it listens. */
async function startProcess(): Promise<string> {
  const caFile = join(workDir, "ca.pem");
  writeFileSync(caFile, endpoint.caPem);
  const started = spawn(process.execPath, [fileURLToPath(new URL("../src/main.ts", import.meta.url))], {
    env: {
      PATH: process.env["PATH"],
      ERRAND_PORT: "0",
      ERRAND_HOST: "127.0.0.1",
      ERRAND_DATA_DIR: join(workDir, "data"),
      ERRAND_ADMIN_TOKEN: ADMIN_TOKEN,
      ERRAND_LOG_LEVEL: "silent",
      ERRAND_PRIVATE_ORIGINS: endpoint.origin,
      ERRAND_CA_FILE: caFile,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = started;
  return new Promise((resolve, reject) => {
    let printed = "";
    started.stdout.on("data", (chunk) => {
      printed += String(chunk);
      const url = /http:\/\/\S+(?=\n)/.exec(printed)?.[0];
      if (url) resolve(url);
    });
    started.once("exit", () => reject(new Error(`the server did not start: ${printed}`)));
  });
}

it("keeps every acknowledged message when it is killed in the middle of a reply, and says what is unknown", async () => {
  errand = connectErrand(await startProcess());
  const site = await createSite(errand);
  await createAction(errand, site, {
    identifier: "lookup_order",
    name: "Look up order",
    whenToUse: "Look up an order by its number.",
    examples: ["Where is my order?"],
    url: `${endpoint.origin}/orders/{{order}}`,
    parameters: [{ name: "order", label: "Order number", hint: "Such as ORD-123" }],
  });
  const visitor = await openSession(errand, site);
  await visitor.say("cnv_killed_01", "hello", "msg_before_01");
  const arrived = Promise.withResolvers<void>();
  endpoint.answer = () => {
    arrived.resolve();
    return new Promise(() => {});
  };
  const cut = visitor.say("cnv_killed_01", "Where is my order ORD-1001?", "msg_killed_01").catch(() => "cut");
  await arrived.promise;
  child?.kill("SIGKILL");
  expect(await cut).toBe("cut");

  errand.url = await startProcess();
  endpoint.answer = () => ({ body: { status: "must not be asked again" } });
  const history = await visitor.history("cnv_killed_01");
  expect(history.map((message) => [message.role, message.id])).toEqual([
    ["user", "msg_before_01"],
    ["assistant", expect.stringMatching(/^msg_/)],
    ["user", "msg_killed_01"],
  ]);
  const resumed = await visitor.say("cnv_killed_01", "Where is my order ORD-1001?", "msg_killed_01");
  expect(resumed.find((chunk) => chunk.type === "tool-output-error")).toMatchObject({
    errorText: "We could not see whether this went through. Please check before trying again.",
  });
  expect(spokenIn(resumed)).not.toBe("");
  expect(endpoint.seen).toHaveLength(1);
  expect(await visitor.history("cnv_killed_01")).toHaveLength(4);
  child?.kill("SIGTERM");
  if (child) await once(child, "exit");
});
