import type { ChatMessage } from "@errand/shared/wire";
import { expect, test, vi } from "vitest";
import { createFakeServer, events, json, problem, sessionAnswer, textReply } from "./fake-server.ts";
import { button, embed, textOf } from "./page.ts";

const WAITING: ChatMessage = {
  id: "msg_waiting",
  role: "user",
  parts: [{ type: "text", text: "Still there?" }],
};
const keepInTab = (key: string, value: unknown) =>
  sessionStorage.setItem(`errand:site_1:${key}`, JSON.stringify(value));
const sentMessages = (sent: { call: string; body?: unknown }[]) =>
  sent
    .filter(({ call }) => call === "POST /v1/chat")
    .map(({ body }) => (body as { message: ChatMessage }).message);

test("a message that could not be sent goes out from the next page, once", async () => {
  const refuse = { "POST /v1/chat": () => problem(503, "internal_error", "Restarting.") };
  createFakeServer(refuse);
  const first = embed();
  button(first.root, "Acme").click();
  await vi.waitFor(() => expect(first.root.querySelector("textarea")).not.toBeNull());
  const sending = first.errand("sendMessage", "Hello?");
  await vi.waitFor(() => expect(sessionStorage.getItem("errand:site_1:outbox")).toContain("Hello?"));
  const kept = sessionStorage.getItem("errand:site_1:outbox") ?? "";
  await first.errand("destroy");
  await sending.catch(() => {});
  sessionStorage.setItem("errand:site_1:outbox", kept);

  const { sent } = createFakeServer({ "POST /v1/chat": () => events(textReply("Here.")) });
  const { root, errand } = embed();
  await errand("open");
  await vi.waitFor(() => expect(textOf(root)).toMatch(/Hello\?.*Here\./));
  await errand("close");
  await errand("open");
  expect(sentMessages(sent)).toHaveLength(1);
  expect(sessionStorage.getItem("errand:site_1:outbox")).toBeNull();
});

test("what the server has answered in the meantime is not sent again", async () => {
  keepInTab("outbox", { letters: [[WAITING]] });
  const reply: ChatMessage = { id: "msg_2", role: "assistant", parts: [{ type: "text", text: "Yes." }] };
  const { sent } = createFakeServer({
    "POST /v1/sessions": () => sessionAnswer({ conversation: "cnv_1" }),
    "GET /v1/chat/:id": () => json({ id: "cnv_1", messages: [WAITING, reply] }),
  });
  const { root, errand } = embed();
  await errand("open");
  await vi.waitFor(() => expect(sessionStorage.getItem("errand:site_1:outbox")).toBeNull());
  expect(textOf(root).match(/Still there\?/g)).toHaveLength(1);
  expect(sentMessages(sent)).toEqual([]);
});

test("what another person could not send stays unsent", async () => {
  keepInTab("outbox", { owner: "41", letters: [[WAITING]] });
  const { sent } = createFakeServer({
    "POST /v1/sessions": () => sessionAnswer({ visitor: { verification: "jwt", user_id: "42" } }),
  });
  const { root, errand } = embed();
  await errand("identify", { token: "a.b.c" });
  await errand("open");
  expect(textOf(root)).not.toContain("Still there?");
  expect(sessionStorage.getItem("errand:site_1:outbox")).toBeNull();
  expect(sentMessages(sent)).toEqual([]);
});

test("a message that waits for a reply stays in its conversation when another is begun", async () => {
  const { sent } = createFakeServer({
    "POST /v1/chat": () =>
      sentMessages(sent).length > 1 ? events(textReply("Here.")) : new Promise<Response>(() => {}),
    "POST /v1/chat/:id/stop": () => new Response(null, { status: 204 }),
    "GET /v1/chats": () => json({ items: [] }),
  });
  const { root, errand } = embed();
  await errand("open");
  errand("sendMessage", "First").catch(() => {});
  await vi.waitFor(() => expect(sentMessages(sent)).toHaveLength(1));
  errand("sendMessage", "Second").catch(() => {});
  await vi.waitFor(() => expect(textOf(root)).toContain("Second"));
  button(root, "Your conversations").click();
  await vi.waitFor(() => button(root, "New conversation").click());
  await vi.waitFor(() => expect(textOf(root)).not.toContain("First"));
  expect(textOf(root)).not.toContain("Second");
  const letters = () =>
    sent.flatMap(({ call, body }) =>
      call === "POST /v1/chat" ? [body as { id: string; message: ChatMessage }] : [],
    );
  await vi.waitFor(() => expect(letters().at(-1)?.message.parts).toEqual([{ type: "text", text: "Second" }]));
  expect(new Set(letters().map(({ id }) => id)).size).toBe(1);
});
