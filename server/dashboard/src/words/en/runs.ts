/** The ledger of runs. */
export const runs = {
  runs: {
    text: "Every call that was made for a visitor, newest first.",
    filter: "Action",
    every: "Every action",
    emptyTitle: "No runs yet",
    emptyText: "As soon as the assistant calls one of your actions, the call is listed here.",
    action: "Action",
    outcome: "Outcome",
    status: "Status",
    duration: "Duration",
    started: "Started",
    detail: "What was sent and what came back",
    refresh: "Refresh",
    more: "Show more",
    conversation: "Conversation",
    unknown: "The server stopped while this call was in flight, so nobody knows whether it took effect.",
    statuses: { started: "Running", succeeded: "Succeeded", failed: "Failed", unknown: "Unknown" },
  },
};
