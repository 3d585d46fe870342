/** Trying the assistant out in the real widget. */
export const trying = {
  try: {
    title: "Try it",
    text: "Talk to your site as a visitor would. Actions are really run.",
    draftText: "A conversation with the action as it stands on this page. Calls are really made.",
    as: "As whom",
    asText: "Nobody needs to sign in: the visitor counts as proved.",
    start: "Start a conversation",
    restart: "Start again",
    changed: "The action has changed since. Start again to talk to it as it is now.",
    empty: "Choose a visitor and start a conversation.",
    frame: "The widget, as a visitor sees it",
    trace: "What the model did",
    traceText: "What it saw, what it could choose, and what it filled in.",
    noTrace: "Nothing has been said yet.",
    reply: (number: number) => `Reply ${number}`,
    said: "Said",
    chose: "Chose",
    filled: "Arguments",
    couldChoose: (count: number) => (count === 1 ? "Could choose 1 action" : `Could choose ${count} actions`),
    saw: (count: number) => (count === 1 ? "Saw 1 message" : `Saw ${count} messages`),
  },
};
