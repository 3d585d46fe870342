import type { ChatMessage, MessagePart } from "@errand/shared/wire";
import { effect, signal } from "@preact/signals-core";
import { render } from "@testing-library/preact";
import { expect, vi } from "vitest";
import { words } from "../src/locales/en.ts";
import { Message } from "../src/messages/message.tsx";
import type { App } from "../src/panel/app.ts";
import { provideApp } from "../src/panel/use-app.ts";

/** Provides what messages are drawn with, in English. */
export function provideTestApp(conversation: Partial<App["conversation"]> = {}): void {
  const root = document.createElement("div").attachShadow({ mode: "open" });
  provideApp({ words: signal(words), locale: signal("en"), shell: { root }, conversation } as unknown as App);
}

/** Draws an answer, and draws it anew when a signal changes, as the panel does. */
export function drawAnswer(...parts: MessagePart[]) {
  const message: ChatMessage = { id: "msg_1", role: "assistant", parts };
  const drawn = render(<p />);
  effect(() => drawn.rerender(<Message message={message} />));
  return drawn;
}

/** Draws an answer whose parts are files of their own, and waits until `selector` stands in it. */
export async function drawLater(selector: string, ...parts: MessagePart[]) {
  const drawn = drawAnswer(...parts);
  await vi.waitFor(() => expect(drawn.container.querySelector(selector)).not.toBeNull());
  return drawn;
}
