import type { ChatMessage, EmbedSettings, MessagePart } from "@errand/shared/wire";
import { effect, signal } from "@preact/signals-core";
import { render } from "@testing-library/preact";
import { expect, vi } from "vitest";
import { words } from "../src/locales/en.ts";
import { Message } from "../src/messages/message.tsx";
import type { App } from "../src/panel/app.ts";
import { provideApp } from "../src/panel/use-app.ts";
import { SETTINGS } from "./page.ts";

/** Provides what messages are drawn with, in English. */
export function provideTestApp(
  conversation: Partial<App["conversation"]> = {},
  settings: Partial<EmbedSettings> = {},
): void {
  const root = document.createElement("div").attachShadow({ mode: "open" });
  provideApp({
    words: signal(words),
    locale: signal("en"),
    settings: signal({ ...SETTINGS, ...settings }),
    shell: { root, life: new AbortController() },
    conversation: { messages: signal([]), isBusy: signal(false), current: () => undefined, ...conversation },
  } as unknown as App);
}

/** Draws an answer whose parts are files of their own, and waits until `selector` stands in it. */
export function drawLater(selector: string, ...parts: MessagePart[]) {
  return drawMessage(selector, { id: "msg_1", role: "assistant", parts });
}

/** The same of a whole message; it is drawn anew when a signal changes, as the panel does. */
export async function drawMessage(selector: string, message: ChatMessage) {
  const drawn = render(<p />);
  effect(() => drawn.rerender(<Message message={message} />));
  await vi.waitFor(() => expect(drawn.container.querySelector(selector)).not.toBeNull());
  return drawn;
}
