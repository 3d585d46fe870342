import type { ChatMessage, StreamChunk, ToolMetadata } from "@errand/shared/wire";
import { expect, test, vi } from "vitest";
import { createFakeServer, events, json, problem, sessionAnswer, textReply } from "./fake-server.ts";
import { BESIDE, button, embed, textOf } from "./page.ts";

const METADATA: ToolMetadata = { name: "Cancel order", labels: { number: "Order number" }, changes: true };
const HEAD = {
  toolCallId: "call_1",
  toolName: "cancel_order",
  title: "Cancelling…",
  toolMetadata: METADATA,
} as const;
const ASK: StreamChunk[] = [
  { type: "start", messageId: "msg_reply" },
  { type: "tool-input-available", ...HEAD, input: { number: "ORD-1", gift: true }, dynamic: true },
  { type: "tool-approval-request", toolCallId: "call_1", approvalId: "ap_1" },
  { type: "finish", finishReason: "tool-calls" },
];
const GO_ON: StreamChunk[] = [
  { type: "start", messageId: "msg_reply" },
  {
    type: "tool-output-available",
    toolCallId: "call_1",
    output: { state: "succeeded", durationMs: 800 },
    dynamic: true,
  },
  { type: "text-start", id: "2" },
  { type: "text-delta", id: "2", delta: "It is **cancelled**." },
  { type: "text-end", id: "2" },
];

test("a message is sent once, with a client-made id, and its reply is drawn", async () => {
  const { sent, calls } = createFakeServer({ "POST /v1/chat": () => events(textReply("We **open** at 8.")) });
  const { root, errand } = embed();
  await errand("sendMessage", "When do you open?");
  await vi.waitFor(() => expect(root.querySelector(".assistant strong")?.textContent).toBe("open"));
  expect(calls()).toEqual(["POST /v1/sessions", "POST /v1/chat"]);
  expect(sent[0]?.body).toEqual({ site: "site_1", locale: "en-US" });
  expect(sent[1]).toEqual({
    call: "POST /v1/chat",
    token: "session-1",
    body: {
      ...BESIDE,
      id: expect.stringMatching(/^cnv_[0-9A-HJKMNP-TV-Z]{26}$/),
      message: {
        id: expect.stringMatching(/^msg_[0-9A-HJKMNP-TV-Z]{26}$/),
        role: "user",
        parts: [{ type: "text", text: "When do you open?" }],
        metadata: { createdAt: expect.any(String) },
      },
    },
  });
});

test("a stream that breaks is taken up again, and nothing stands there twice", async () => {
  const whole = textReply("One two three.");
  const { calls } = createFakeServer({
    "POST /v1/chat": () => events(whole.slice(0, 3), false),
    "GET /v1/chat/:id/stream": () => events(whole),
  });
  const { root, errand } = embed();
  await errand("sendMessage", "Count");
  await vi.waitFor(() => expect(root.querySelectorAll(".assistant")).toHaveLength(2));
  expect(textOf(root).match(/One two three\./g)).toHaveLength(1);
  expect(calls()).toEqual(["POST /v1/sessions", "POST /v1/chat", "GET /v1/chat/:id/stream"]);
});

test("a message that no turn answers is sent again with the same id", async () => {
  let attempt = 0;
  const { sent, calls } = createFakeServer({
    "POST /v1/chat": () =>
      attempt++ ? events(textReply("Here.")) : problem(503, "internal_error", "Restarting."),
  });
  await embed().errand("sendMessage", "Hello?");
  expect(calls()).toEqual(["POST /v1/sessions", "POST /v1/chat", "GET /v1/chat/:id/stream", "POST /v1/chat"]);
  expect(sent[3]?.body).toEqual(sent[1]?.body);
});

test("a session that expired is opened anew, and the message goes with it", async () => {
  let attempt = 0;
  const { sent } = createFakeServer({
    "POST /v1/chat": () =>
      attempt++ ? events(textReply("Here.")) : problem(401, "session_expired", "The session is over."),
  });
  await embed().errand("sendMessage", "Hello?");
  expect(sent.map(({ call, token }) => [call, token])).toEqual([
    ["POST /v1/sessions", undefined],
    ["POST /v1/chat", "session-1"],
    ["POST /v1/sessions", undefined],
    ["POST /v1/chat", "session-2"],
  ]);
  expect(sent[2]?.body).toEqual({ site: "site_1", locale: "en-US", previous: "session-1" });
});

test("an action is run only after the visitor confirmed the very values shown", async () => {
  let turn = 0;
  const { sent } = createFakeServer({ "POST /v1/chat": () => events(turn++ ? GO_ON : ASK) });
  const { root, errand } = embed();
  const told: unknown[] = [];
  errand("on", "action-start", (detail) => told.push(detail));
  errand("on", "action-end", (detail) => told.push(detail));
  await errand("sendMessage", "Cancel ORD-1");
  await vi.waitFor(() => expect(root.querySelector(".approval")).not.toBeNull());
  const shown = [...root.querySelectorAll(".approval dl > div")].map((row) => row.textContent);
  expect(shown).toEqual(["Order numberORD-1", "giftYes"]);
  expect(root.querySelector(".warning")?.textContent).toBe("This will change something.");

  button(root, "Confirm").click();
  await vi.waitFor(() => expect(root.querySelector(".done")?.textContent).toBe("Cancel orderDone · 0.8s"));
  expect(root.querySelector(".approval")).toBeNull();
  const parts = [{ state: "approval-responded", approval: { id: "ap_1", approved: true } }];
  expect(sent.at(-1)?.body).toMatchObject({ message: { id: "msg_reply", parts } });
  expect(textOf(root)).toContain("It is cancelled.");
  expect(told).toEqual([
    { id: "call_1", action: "cancel_order" },
    { id: "call_1", action: "cancel_order", state: "output-available" },
  ]);
});

test("an answer that came too late shows what became of the action", async () => {
  const replies = [
    () => events(ASK),
    () => problem(409, "approval_gone", "This question is no longer open."),
    () => events([...ASK.slice(0, 2), { type: "tool-output-denied", toolCallId: "call_1" }]),
  ];
  const { sent } = createFakeServer({ "POST /v1/chat": () => replies.shift()?.() ?? new Response() });
  const { root, errand } = embed();
  await errand("sendMessage", "Cancel ORD-1");
  await vi.waitFor(() => expect(root.querySelector(".approval")).not.toBeNull());
  button(root, "Confirm").click();
  await vi.waitFor(() =>
    expect(root.querySelector(".cancelled")?.textContent).toBe("Cancel orderNot carried out"),
  );
  expect(root.querySelectorAll(".action")).toHaveLength(1);
  expect(sent.at(-1)?.body).toEqual(sent[1]?.body);
});

test("a question stands again when its answer did not arrive", async () => {
  const replies = [() => events(ASK), () => problem(403, "origin_not_allowed", "Not from here.")];
  createFakeServer({ "POST /v1/chat": () => replies.shift()?.() ?? new Response() });
  const { root, errand } = embed();
  await errand("sendMessage", "Cancel ORD-1");
  await vi.waitFor(() => expect(root.querySelector(".approval")).not.toBeNull());
  button(root, "Confirm").click();
  await vi.waitFor(() => expect(root.querySelector(".failure")?.textContent).toContain("Not from here."));
  expect(root.querySelector(".approval")).not.toBeNull();
});

test("what was said before is read when the panel opens, and a running reply goes on", async () => {
  const stored: ChatMessage = { id: "msg_1", role: "user", parts: [{ type: "text", text: "Where is it?" }] };
  const { calls } = createFakeServer({
    "POST /v1/sessions": () => sessionAnswer({ conversation: "cnv_1" }),
    "GET /v1/chat/:id": () => json({ id: "cnv_1", messages: [stored] }),
    "GET /v1/chat/:id/stream": () => events(textReply("On its way.")),
  });
  const { root, errand } = embed();
  await errand("open");
  await vi.waitFor(() => expect(textOf(root)).toMatch(/Where is it\?.*On its way\./));
  expect(calls()).toEqual(["POST /v1/sessions", "GET /v1/chat/:id", "GET /v1/chat/:id/stream"]);
});

const UNANSWERED: ChatMessage = {
  id: "msg_1",
  role: "user",
  parts: [{ type: "text", text: "Where is it?" }],
};

test("a stored message whose reply was cut off is sent again by itself, once", async () => {
  const { sent, calls } = createFakeServer({
    "POST /v1/sessions": () => sessionAnswer({ conversation: "cnv_1" }),
    "GET /v1/chat/:id": () => json({ id: "cnv_1", messages: [UNANSWERED] }),
    "POST /v1/chat": () => events(textReply("On its way.")),
  });
  const { root, errand } = embed();
  await errand("open");
  await vi.waitFor(() => expect(textOf(root)).toMatch(/Where is it\?.*On its way\./));
  await errand("close");
  await errand("open");
  const body = { id: "cnv_1", message: UNANSWERED, ...BESIDE };
  expect(sent.filter(({ call }) => call === "POST /v1/chat").map((request) => request.body)).toEqual([body]);
  expect(calls().slice(0, 4)).toEqual([
    "POST /v1/sessions",
    "GET /v1/chat/:id",
    "GET /v1/chat/:id/stream",
    "POST /v1/chat",
  ]);
});

test("a message that was refused is not sent by itself when the panel opens again", async () => {
  const { calls } = createFakeServer({
    "POST /v1/chat": () => problem(403, "origin_not_allowed", "Not from here."),
  });
  const { errand } = embed();
  await expect(errand("sendMessage", "Hello?")).rejects.toMatchObject({ code: "origin_not_allowed" });
  await errand("close");
  await errand("open");
  await vi.waitFor(() => expect(calls().at(-1)).toBe("GET /v1/chat/:id/stream"));
  expect(calls().filter((call) => call === "POST /v1/chat")).toHaveLength(1);
});

test("a reply that was taken up and breaks again is read anew and asked for", async () => {
  const whole = textReply("On its way.");
  const streams = [() => events(whole.slice(0, 3), false)];
  const { calls } = createFakeServer({
    "POST /v1/sessions": () => sessionAnswer({ conversation: "cnv_1" }),
    "GET /v1/chat/:id": () => json({ id: "cnv_1", messages: [UNANSWERED] }),
    "GET /v1/chat/:id/stream": () => streams.pop()?.() ?? new Response(null, { status: 204 }),
    "POST /v1/chat": () => events(whole),
  });
  const { root, errand } = embed();
  await errand("open");
  await vi.waitFor(() => expect(calls().at(-1)).toBe("POST /v1/chat"));
  await vi.waitFor(() => expect(root.querySelector(".streaming")).toBeNull());
  expect(calls().slice(1)).toEqual([
    "GET /v1/chat/:id",
    "GET /v1/chat/:id/stream",
    "GET /v1/chat/:id",
    "GET /v1/chat/:id/stream",
    "POST /v1/chat",
  ]);
  expect(textOf(root).match(/On its way\./g)).toHaveLength(1);
});

test("a conversation that the server does not know gives way to a new one", async () => {
  const { sent } = createFakeServer({
    "POST /v1/sessions": () => sessionAnswer({ conversation: "cnv_1" }),
    "POST /v1/chat": () => events(textReply("Hi!")),
  });
  const { errand } = embed();
  await errand("sendMessage", "Hello");
  expect(sent.at(-1)).toMatchObject({
    call: "POST /v1/chat",
    body: { id: expect.stringMatching(/^cnv_\w{26}$/) },
  });
});

test("a turn that began in another tab is taken up here", async () => {
  const { calls } = createFakeServer({
    "GET /v1/chat/:id": () => json({ id: "cnv_1", messages: [UNANSWERED] }),
    "GET /v1/chat/:id/stream": () => events(textReply("On its way.")),
  });
  const { root, errand } = embed();
  await errand("open");
  const tab = new BroadcastChannel("errand:site_1");
  tab.postMessage({ conversation: "cnv_1", userId: "somebody_else" });
  tab.postMessage({ conversation: "cnv_1", userId: undefined });
  await vi.waitFor(() => expect(textOf(root)).toMatch(/Where is it\?.*On its way\./));
  tab.close();
  expect(calls()).toEqual(["POST /v1/sessions", "GET /v1/chat/:id", "GET /v1/chat/:id/stream"]);
});

test("the visitor can tell what a whole reply was worth", async () => {
  const { sent } = createFakeServer({
    "POST /v1/chat": () => events(textReply("At 8.")),
    "POST /v1/chat/:id/feedback": () => new Response(null, { status: 204 }),
  });
  const { root, errand } = embed();
  await errand("sendMessage", "When do you open?");
  await vi.waitFor(() => expect(root.querySelector(".feedback")).not.toBeNull());
  button(root, "Not helpful").click();
  expect(button(root, "Not helpful").getAttribute("aria-pressed")).toBe("true");
  await vi.waitFor(() => expect(sent.at(-1)?.call).toBe("POST /v1/chat/:id/feedback"));
  expect(sent.at(-1)?.body).toEqual({ messageId: "msg_reply", value: "down" });
});

test("what the visitor thought of a reply is taken back when it did not arrive", async () => {
  createFakeServer({
    "POST /v1/chat": () => events(textReply("At 8.", "msg_other")),
    "POST /v1/chat/:id/feedback": () => problem(404, "not_found", "There is no such message."),
  });
  const { root, errand } = embed();
  await errand("sendMessage", "When do you open?");
  await vi.waitFor(() => expect(root.querySelector(".feedback")).not.toBeNull());
  button(root, "Helpful").click();
  await vi.waitFor(() => expect(button(root, "Helpful").getAttribute("aria-pressed")).toBe("false"));
});

test("a refusal is shown in words, and the command rejects with its code", async () => {
  createFakeServer({ "POST /v1/chat": () => problem(429, "rate_limited", "Too many messages.") });
  const { root, errand } = embed();
  await expect(errand("sendMessage", "Hi")).rejects.toMatchObject({ code: "rate_limited" });
  await vi.waitFor(() => expect(root.querySelector(".failure")?.textContent).toMatch(/Please wait a moment/));
});

test("a message that arrives while the panel is closed is counted on the launcher", async () => {
  createFakeServer({ "POST /v1/chat": () => events(textReply("Hi!")) });
  const { root, errand } = embed();
  const counts: number[] = [];
  errand("on", "unread", ({ count }) => counts.push(count));
  const reply = errand("sendMessage", "Hello");
  await errand("close");
  await reply;
  const launcher = root.querySelector<HTMLElement>(".launcher");
  expect(launcher?.dataset.unread).toBe("1");
  await errand("open");
  expect(launcher?.dataset.unread).toBeUndefined();
  expect(counts).toEqual([1, 0]);
});
