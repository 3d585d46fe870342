import { DefaultChatTransport, readUIMessageStream, type UIMessage } from "ai";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { createAction, createSite, openSession, PAGE_ORIGIN, startErrand, type Errand } from "./errand.ts";
import { calls, createScriptedModel, says } from "./scripted-model.ts";

const model = createScriptedModel();
const warnings = vi.spyOn(console, "warn");
let endpoint: Endpoint;
let errand: Errand;
let site: string;

beforeAll(async () => {
  endpoint = await startEndpoint();
  errand = await startErrand({ models: model, endpoint });
  site = await createSite(errand);
  await createAction(errand, site, {
    identifier: "cancel_order",
    name: "Cancel order",
    method: "DELETE",
    url: `${endpoint.origin}/orders/{{order}}`,
    parameters: [{ name: "order" }],
  });
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
});
afterEach(() => expect(warnings).not.toHaveBeenCalled());

async function createTransport(): Promise<DefaultChatTransport<UIMessage>> {
  const { session } = await openSession(errand, site);
  return new DefaultChatTransport({
    api: `${errand.url}/v1/chat`,
    headers: { authorization: `Bearer ${session.session}`, origin: PAGE_ORIGIN },
  });
}

/** Sends the messages as `useChat` does and reads the reply to its end. */
async function send(transport: DefaultChatTransport<UIMessage>, messages: UIMessage[]): Promise<UIMessage> {
  const trigger = "submit-message" as const;
  const options = {
    chatId: "cnv_ai_client",
    messages,
    trigger,
    messageId: undefined,
    abortSignal: undefined,
  };
  const stream = await transport.sendMessages(options);
  const last = messages.at(-1);
  const going = last?.role === "assistant" ? { message: structuredClone(last) } : {};
  let reply: UIMessage | undefined;
  const onError = (error: unknown): never => {
    throw error;
  };
  for await (const state of readUIMessageStream({ stream, ...going, onError, terminateOnError: true }))
    reply = state;
  if (!reply) throw new Error("the stream held no message");
  return reply;
}

it("holds a whole conversation with an approval through the AI SDK's own client", async () => {
  const transport = await createTransport();
  model.steps.push(calls(["cancel_order", { order: "ORD-7" }]), says("It is ", "cancelled."));
  const question: UIMessage = {
    id: "msg_question",
    role: "user",
    parts: [{ type: "text", text: "Cancel ORD-7" }],
  };
  const asked = await send(transport, [question]);
  const pending = asked.parts.find((part) => part.type === "dynamic-tool");
  expect(pending).toMatchObject({
    state: "approval-requested",
    toolName: "cancel_order",
    input: { order: "ORD-7" },
    approval: { id: expect.stringMatching(/^apr_/) },
  });
  if (!pending || pending.state !== "approval-requested") throw new Error("nothing to approve");
  const answered = {
    ...pending,
    state: "approval-responded" as const,
    approval: { ...pending.approval, approved: true },
  };
  const parts = asked.parts.map((part) => (part === pending ? answered : part));
  const done = await send(transport, [question, { ...asked, parts }]);
  expect(done.id).toBe(asked.id);
  expect(done.parts.map((part) => part.type)).toEqual(["step-start", "dynamic-tool", "step-start", "text"]);
  expect(done.parts.at(-1)).toMatchObject({ text: "It is cancelled." });
  expect(done.parts[1]).toMatchObject({ state: "output-available", output: { state: "succeeded" } });
  expect(endpoint.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(["DELETE /orders/ORD-7"]);
});

it("lets the AI SDK's client resume a running reply, and tells it when none runs", async () => {
  const transport = await createTransport();
  const none = { chatId: "cnv_ai_resume" };
  model.steps.push(says("Hi."));
  const question: UIMessage = { id: "msg_resume_1", role: "user", parts: [{ type: "text", text: "Hi" }] };
  const stream = await transport.sendMessages({
    ...none,
    messages: [question],
    trigger: "submit-message",
    messageId: undefined,
    abortSignal: undefined,
  });
  for await (const _ of readUIMessageStream({ stream }));
  expect(await transport.reconnectToStream(none)).toBeNull();
});
