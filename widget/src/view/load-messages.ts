import { signal } from "@preact/signals";

/** What draws messages: a file of its own, fetched when the panel opens. Nothing else imports from `messages/`. */
export const messagesView = signal<typeof import("../messages/messages.tsx")>();

/** Fetches what draws messages, unless it is there. What could not be fetched is tried again the next time. */
export async function loadMessages(root: ShadowRoot): Promise<void> {
  const view = await import("../messages/messages.tsx").catch(() => undefined);
  if (!view || messagesView.peek() === view) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(view.messagesCss);
  root.adoptedStyleSheets.push(sheet);
  messagesView.value = view;
}
