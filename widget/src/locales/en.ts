import type { Plural } from "./words.ts";

/** The words of the panel, in English. */
export const words = {
  openChat: "Open chat",
  closeChat: "Close chat",
  chatWithUs: "Chat with us",
  unread: { one: "{count} unread message", other: "{count} unread messages" } as Plural,
  conversation: "Conversation",
  chats: "Your conversations",
  assistant: "Virtual assistant",
  you: "You",
  placeholder: "Write a message…",
  send: "Send",
  stop: "Stop the reply",
  pleaseConfirm: "Please confirm",
  tryAgain: "Try again",
  offline: "You’re offline. Your messages will be sent when you’re back.",
  unreachable: "The assistant can’t be reached right now.",
};
