/** The words of what an answer may hold and of what may go wrong, in English. */
export const detailWords = {
  working: "Writing a reply",
  newest: "Newest messages",
  opensNewTab: "opens in a new tab",
  person: "Team member",
  rateLimited: "That was a lot at once. Please wait a moment.",
  identityProblem: "Your sign-in couldn’t be confirmed. Please reload the page.",
  somethingWrong: "Something went wrong.",
};
