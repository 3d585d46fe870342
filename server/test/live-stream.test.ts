import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createSite, openSession, readChunks, spokenIn, startErrand, type Errand } from "./errand.ts";
import { createScriptedModel, says } from "./scripted-model.ts";

const model = createScriptedModel();
let errand: Errand;
let site: string;
let conversation = "";
let count = 0;

beforeAll(async () => {
  errand = await startErrand({ models: model });
  site = await createSite(errand);
});
afterAll(() => errand.close());
beforeEach(() => {
  model.steps.length = 0;
  conversation = `cnv_live_${(count += 1)}`;
});

/** A step that waits until the test lets it speak. */
function held(...deltas: string[]): { started: Promise<void>; release: () => void } {
  const started = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  model.steps.push(async (signal) => {
    started.resolve();
    signal?.addEventListener("abort", () => gate.reject(signal.reason));
    await gate.promise;
    return says(...deltas);
  });
  return { started: started.promise, release: () => gate.resolve() };
}

it("lets a second reader follow the running turn from its start", async () => {
  const step = held("one ", "two");
  const visitor = await openSession(errand, site);
  const first = visitor.say(conversation, "Count");
  await step.started;
  const second = await visitor.fetch("GET", `/v1/chat/${conversation}/stream`);
  step.release();
  expect(await readChunks(second)).toEqual(await first);
});

it("answers 204 when no turn runs", async () => {
  model.steps.push(says("Hi."));
  const visitor = await openSession(errand, site);
  await visitor.say(conversation, "Hi");
  expect((await visitor.fetch("GET", `/v1/chat/${conversation}/stream`)).status).toBe(204);
});

it("answers 204 for a conversation that has not begun, and for another visitor's", async () => {
  const step = held("mine");
  const visitor = await openSession(errand, site);
  const stranger = await openSession(errand, site);
  const path = `/v1/chat/${conversation}/stream`;
  expect((await visitor.fetch("GET", path)).status).toBe(204);
  const reply = visitor.say(conversation, "Hi");
  await step.started;
  expect((await stranger.fetch("GET", path)).status).toBe(204);
  step.release();
  await reply;
});

it("joins the running turn when the same message is sent again", async () => {
  const step = held("joined");
  const visitor = await openSession(errand, site);
  const first = visitor.say(conversation, "Hi", "msg_joined_01");
  await step.started;
  const second = visitor.say(conversation, "Hi", "msg_joined_01");
  step.release();
  expect(await second).toEqual(await first);
  expect(await visitor.history(conversation)).toHaveLength(2);
});

it("leaves the running reply out of the history that its reader follows live", async () => {
  const step = held("later");
  const visitor = await openSession(errand, site);
  const reply = visitor.say(conversation, "Hi");
  await step.started;
  expect((await visitor.history(conversation)).map((message) => message.role)).toEqual(["user"]);
  step.release();
  await reply;
});

it("ends the turn when the visitor stops it, not when a tab goes away", async () => {
  const visitor = await openSession(errand, site);
  const step = held("never");
  const stopped = visitor.say(conversation, "Hi");
  await step.started;
  expect((await visitor.fetch("POST", `/v1/chat/${conversation}/stop`)).status).toBe(204);
  expect((await stopped).at(-1)).toEqual({ type: "abort" });

  const other = `${conversation}_tab`;
  const abandoned = held("said to nobody");
  const abort = new AbortController();
  const message = { id: "msg_abandoned", role: "user", parts: [{ type: "text", text: "Hi" }] };
  const request = errand.visit("/v1/chat", {
    method: "POST",
    signal: abort.signal,
    headers: { authorization: `Bearer ${visitor.session.session}`, "content-type": "application/json" },
    body: JSON.stringify({ id: other, message }),
  });
  await abandoned.started;
  await request;
  abort.abort();
  abandoned.release();
  await expect.poll(async () => (await visitor.history(other)).length).toBe(2);
  expect(spokenIn(await visitor.say(other, "Hi", "msg_abandoned"))).toBe("said to nobody");
});

it("answers a second message after the first reply has ended", async () => {
  const first = held("first");
  const visitor = await openSession(errand, site);
  const one = visitor.say(conversation, "1");
  await first.started;
  model.steps.push(says("second"));
  const two = visitor.say(conversation, "2");
  first.release();
  expect([spokenIn(await one), spokenIn(await two)]).toEqual(["first", "second"]);
  expect((await visitor.history(conversation)).map((message) => message.role)).toEqual([
    "user",
    "assistant",
    "user",
    "assistant",
  ]);
});
