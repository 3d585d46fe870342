/** The words of the panel itself, in English. */
export const words = {
  openChat: "Open chat",
  closeChat: "Close chat",
  unread: (count: number) => `${count} unread`,
  conversation: "Conversation",
  assistant: "Virtual assistant",
  placeholder: "Write a message…",
  send: "Send",
  stop: "Stop the reply",
  newest: "Newest messages",
  pleaseConfirm: "Please confirm",
  offline: "You are offline. Messages go out when you are back.",
};
