import type { StreamChunk } from "@errand/shared/wire";
import { expect, test, vi } from "vitest";
import { createFakeServer } from "./fake-server.ts";
import { embed } from "./page.ts";

const TOOL = {
  toolCallId: "call_1",
  toolName: "look_up_order",
  title: "Looking up your order…",
  toolMetadata: { name: "Look up order", labels: {}, changes: false },
  dynamic: true,
} as const;
const words = "It is **on its way** to you, and should be there on Thursday.".split(/(?= )/);
const CHUNKS: StreamChunk[] = [
  { type: "start", messageId: "msg_reply" },
  { type: "tool-input-start", ...TOOL },
  { type: "tool-input-available", ...TOOL, input: {} },
  {
    type: "tool-output-available",
    toolCallId: "call_1",
    output: { state: "succeeded", durationMs: 8 },
    dynamic: true,
  },
  { type: "text-start", id: "1" },
  ...words.map((delta) => ({ type: "text-delta", id: "1", delta }) as const),
  { type: "text-end", id: "1" },
  { type: "finish", finishReason: "stop" },
];

/** A stream whose events come one by one. */
function trickle(chunks: StreamChunk[]): Response {
  const encoder = new TextEncoder();
  const data = [...chunks.map((chunk) => JSON.stringify(chunk)), "[DONE]"];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      const next = data.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(encoder.encode(`data: ${next}\n\n`));
    },
  });
  return new Response(body);
}

test("a screen reader hears what is being done and the whole answer, each once", async () => {
  createFakeServer({ "POST /v1/chat": () => trickle(CHUNKS) });
  const { root, errand } = embed();
  await errand("open");
  const status = root.querySelector(".panel + [role=status]");
  const heard: (string | null)[] = [];
  const observer = new MutationObserver(() => heard.push(status?.textContent ?? null));
  if (status) observer.observe(status, { childList: true, characterData: true, subtree: true });
  await errand("sendMessage", "Where is my order?");
  await vi.waitFor(() => expect(heard.at(-1)).toContain("Thursday"));
  observer.disconnect();
  expect(heard.filter(Boolean)).toEqual([
    "Looking up your order…",
    "It is on its way to you, and should be there on Thursday.",
  ]);
  // The thread itself, which changes with every token, says nothing.
  expect(root.querySelector(".thread")?.getAttribute("aria-live")).toBe("off");
});
