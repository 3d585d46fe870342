import type { StreamChunk, ToolMetadata } from "@errand/shared/wire";
import { expect, test, vi } from "vitest";
import { createFakeServer, events, textReply } from "./fake-server.ts";
import { button, embed, textOf } from "./page.ts";

const METADATA: ToolMetadata = { name: "show_room", labels: {}, changes: false, page: true, timeoutMs: 1000 };
const call = (toolName: string, input: unknown): StreamChunk[] => [
  { type: "start", messageId: "msg_reply" },
  {
    type: "tool-input-available",
    toolCallId: "call_1",
    toolName,
    title: "Looking at the page…",
    input,
    dynamic: true,
    toolMetadata: { ...METADATA, name: toolName },
  },
  { type: "finish", finishReason: "tool-calls" },
];
const PARAMETERS = { type: "object", properties: { room: { type: "string" } } };

/** A page whose tool the assistant calls once, with what was sent to the server. */
async function converse(execute: (args: Record<string, unknown>) => unknown) {
  const replies = [call("show_room", { room: "blue" }), textReply("It is shown.")];
  const { sent } = createFakeServer({ "POST /v1/chat": () => events(replies.shift() ?? []) });
  const { root, errand } = embed();
  const unregister = await errand("registerTools", {
    show_room: { description: "Shows a room.", parameters: PARAMETERS, execute },
  });
  await errand("sendMessage", "Show me the blue room");
  return { sent: sent.filter((request) => request.call === "POST /v1/chat"), root, errand, unregister };
}

test("a tool of the page is offered with each message, and its answer goes back to the server", async () => {
  const execute = vi.fn(async ({ room }: Record<string, unknown>) => ({ shown: room }));
  const { sent, root } = await converse(execute);
  const tools = [{ name: "show_room", description: "Shows a room.", parameters: PARAMETERS }];
  expect(execute).toHaveBeenCalledWith({ room: "blue" }, { signal: expect.any(AbortSignal) });
  expect(sent).toHaveLength(2);
  expect(sent[0]?.body).toMatchObject({ tools });
  expect(sent[1]?.body).toMatchObject({
    tools,
    message: {
      id: "msg_reply",
      role: "assistant",
      parts: [
        {
          type: "dynamic-tool",
          toolCallId: "call_1",
          toolName: "show_room",
          state: "output-available",
          output: { shown: "blue" },
        },
      ],
    },
  });
  await vi.waitFor(() => expect(textOf(root)).toContain("It is shown."));
  // What the page answered is for the model, not for the screen.
  expect(textOf(root)).not.toContain('"shown"');
});

const failures: [name: string, execute: () => unknown, errorText: RegExp][] = [
  ["throws", () => Promise.reject(new Error("No such room.")), /^No such room\.$/],
  ["takes too long", () => new Promise(() => {}), /^It took longer than 1000 ms\.$/],
  [
    "answers with too much",
    () => "x".repeat(20_479),
    /^The answer has 20481 bytes, at most 20480 are taken\.$/,
  ],
  ["answers with what is no JSON", () => 1n, /BigInt/],
];

test.each(failures)("a tool that %s tells the model so", async (_name, execute, errorText) => {
  const { sent } = await converse(execute);
  const body = sent[1]?.body as { message: { parts: Record<string, unknown>[] } } | undefined;
  const parts = body?.message.parts ?? [];
  expect(parts).toHaveLength(1);
  expect(parts[0]).toMatchObject({
    state: "output-error",
    errorText: expect.stringMatching(errorText),
  });
  expect(parts[0]).not.toHaveProperty("output");
});

const taken: [name: string, answer: unknown, output: unknown][] = [
  ["of exactly 20 kB", "x".repeat(20_478), "x".repeat(20_478)],
  ["that is undefined, as null", undefined, null],
  ["that writes itself as JSON", new Date(0), "1970-01-01T00:00:00.000Z"],
];

test.each(taken)("an answer %s is taken", async (_name, answer, output) => {
  const { sent } = await converse(() => answer);
  expect(sent[1]?.body).toMatchObject({ message: { parts: [{ state: "output-available", output }] } });
});

test("what was taken back is offered no more", async () => {
  const { errand, unregister } = await converse(() => 1);
  const { sent } = createFakeServer({ "POST /v1/chat": () => events(textReply("Hi!")) });
  unregister();
  await errand("sendMessage", "Hello");
  expect(sent.at(-1)?.body).not.toHaveProperty("tools");
});

const bad: [tools: Record<string, unknown>, message: RegExp][] = [
  [{ "1st": { description: "x", execute() {} } }, /tool "1st" must be named with/],
  [{ first: { execute() {} } }, /tool "first" needs a description/],
  [{ first: { description: "x" } }, /tool "first" needs a function execute/],
  [
    { first: { description: "x", parameters: "string", execute() {} } },
    /needs parameters that are a JSON Schema/,
  ],
  [
    Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`t${i}`, { description: "x", execute() {} }])),
    /17 tools are registered, at most 16 may be/,
  ],
];

test.each(bad)("a tool that the server would refuse is refused here (%#)", async (tools, message) => {
  const { errand } = embed();
  await expect(errand("registerTools", tools as never)).rejects.toThrow(message);
});

test("the visitor sees what the page does for them, and can stop it", async () => {
  const replies = [call("show_room", {}), textReply("Never.")];
  const { calls } = createFakeServer({
    "POST /v1/chat": () => events(replies.shift() ?? []),
    "POST /v1/chat/:id/stop": () => new Response(null, { status: 204 }),
  });
  const { root, errand } = embed();
  const { promise, resolve } = Promise.withResolvers<void>();
  await errand("registerTools", { show_room: { description: "x", execute: () => promise } });
  const sending = errand("sendMessage", "Show me");
  await vi.waitFor(() =>
    expect(root.querySelector(".action")?.textContent).toContain("Looking at the page…"),
  );
  button(root, "Stop").click();
  await vi.waitFor(() => expect(calls().at(-1)).toBe("POST /v1/chat/:id/stop"));
  resolve();
  await sending;
});
