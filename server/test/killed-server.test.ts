import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import {
  connectErrand,
  createAction,
  createSite,
  letCall,
  openSession,
  spokenIn,
  type ErrandClient,
} from "./errand.ts";
import { startServerProcess } from "./server-process.ts";

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

async function startProcess(): Promise<string> {
  const started = await startServerProcess({
    ERRAND_DATA_DIR: join(workDir, "data"),
    ...letCall(endpoint, workDir),
  });
  child = started.child;
  return started.url;
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
