import type { StreamChunk } from "@errand/shared/wire";
import { expect, test, vi } from "vitest";
import { createFakeServer, events, textReply, type SentRequest } from "./fake-server.ts";
import { embed } from "./page.ts";

const TOOL = {
  toolCallId: "call_1",
  toolName: "errand_hand_over",
  title: "Calling a person…",
  toolMetadata: { name: "Hand over to a person", labels: {}, changes: false },
  dynamic: true,
} as const;
const HANDED_OVER: StreamChunk[] = [
  { type: "start", messageId: "msg_called" },
  { type: "tool-input-available", ...TOOL, input: {} },
  {
    type: "tool-output-available",
    toolCallId: "call_1",
    output: { state: "succeeded", durationMs: 0 },
    dynamic: true,
  },
  { type: "finish", finishReason: "stop" },
];
const createdAt = "2026-01-01T00:00:00.000Z";
const byPerson = (text: string, id: string): StreamChunk[] =>
  textReply(text, id).map((chunk) =>
    chunk.type === "start" ? { ...chunk, messageMetadata: { createdAt, author: "person" } } : chunk,
  );

test("what a person writes is shown as it comes, until the assistant answers again", async () => {
  const answers: Record<string, () => Response> = {
    "?after=msg_called": () => events(byPerson("Hi, Nigar here.", "msg_one")),
    "?after=msg_one": () => events(byPerson("What is it about?", "msg_two")),
  };
  const { sent } = createFakeServer({
    "POST /v1/chat": () => events(HANDED_OVER),
    "GET /v1/chat/:id/stream": ({ query = "" }: SentRequest) =>
      answers[query]?.() ?? new Response(null, { status: 204 }),
  });
  const { root, errand } = embed();
  const heard = vi.fn();
  errand("on", "assistant-message", heard);
  await errand("open");
  await errand("sendMessage", "A person, please");
  const shown = (): (string | null)[] =>
    [...root.querySelectorAll(".assistant")].map(({ textContent }) => textContent);
  await vi.waitFor(() => expect(shown().join(" ")).toMatch(/Nigar here\..*What is it about\?/s));
  expect(root.querySelectorAll(".person")).toHaveLength(2);
  expect(heard).toHaveBeenCalledWith({ id: "msg_two", text: "What is it about?" });
  await vi.waitFor(() => expect(sent.at(-1)?.query).toBe("?after=msg_two"));
  expect(sent.filter(({ query }) => query !== undefined)).toHaveLength(3);
});

test("an assistant's conversation is not listened to", async () => {
  const { sent } = createFakeServer({ "POST /v1/chat": () => events(textReply("We open at 8.")) });
  const { root, errand } = embed();
  await errand("open");
  await errand("sendMessage", "When do you open?");
  await vi.waitFor(() => expect(root.textContent).toContain("at 8"));
  expect(sent.filter(({ query }) => query !== undefined)).toEqual([]);
});
