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
  person: "Team member",
  you: "You",
  placeholder: "Write a message…",
  send: "Send",
  stop: "Stop the reply",
  working: "Writing a reply",
  newest: "Newest messages",
  opensNewTab: "opens in a new tab",
  pleaseConfirm: "Please confirm",
  tryAgain: "Try again",
  offline: "You’re offline. Your messages will be sent when you’re back.",
  unreachable: "The assistant can’t be reached right now.",
  rateLimited: "That was a lot at once. Please wait a moment.",
  identityProblem: "Your sign-in couldn’t be confirmed. Please reload the page.",
  somethingWrong: "Something went wrong.",
};
