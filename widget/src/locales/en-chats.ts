/** The words of the list of conversations, in English. */
export const chatWords = {
  back: "Back to the conversation",
  newChat: "New conversation",
  noChats: "What you ask here will be kept for you.",
  loading: "Loading…",
};
