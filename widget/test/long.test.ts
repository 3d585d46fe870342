import type { ChatMessage } from "@errand/shared/wire";
import { expect, test, vi } from "vitest";
import { createFakeServer, events, json, sessionAnswer, textReply } from "./fake-server.ts";
import { embed, textOf } from "./page.ts";

const MESSAGES: ChatMessage[] = Array.from({ length: 1000 }, (_, i) => ({
  id: `msg_${i}`,
  role: i % 2 ? "assistant" : "user",
  parts: [{ type: "text", text: `Message number ${i}.` }],
}));

test("of a long conversation the newest messages are drawn, and older ones once the visitor scrolls up", async () => {
  createFakeServer({
    "POST /v1/sessions": () => sessionAnswer({ conversation: "cnv_1" }),
    "GET /v1/chat/:id": () => json({ id: "cnv_1", messages: MESSAGES }),
    "POST /v1/chat": () => events(textReply("One more.")),
  });
  const { root, errand } = embed();
  await errand("open");
  const count = () => root.querySelectorAll(".message").length;
  await vi.waitFor(() => expect(count()).toBe(60));
  expect(textOf(root)).toContain("Message number 999.");
  expect(textOf(root)).not.toContain("Hello!");
  await errand("sendMessage", "And now?");
  await vi.waitFor(() => expect(textOf(root)).toContain("One more."));
  expect(count()).toBe(60);

  const thread = root.querySelector<HTMLElement>(".thread");
  if (!thread) throw new Error("There is no thread.");
  for (const top of [900, 100]) {
    Object.defineProperties(thread, {
      scrollTop: { value: top, configurable: true },
      clientHeight: { value: 500, configurable: true },
      scrollHeight: { value: 5000, configurable: true },
    });
    thread.dispatchEvent(new Event("scroll"));
  }
  expect(count()).toBe(120);
});
