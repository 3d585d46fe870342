/** The list of a site's actions. */
export const actions = {
  actions: {
    text: "What the assistant can do for a visitor by calling your APIs.",
    add: "New action",
    import: "Import",
    duplicate: (name: string) => `Duplicate “${name}”`,
    delete: (name: string) => `Delete “${name}”`,
    noRuns: "No runs this week",
    lastRun: (ago: string) => `last ${ago}`,
    emptyTitle: "The assistant cannot do anything yet",
    emptyText: "An action is one call to your own API, such as looking up an order.",
    needsIdentity: "Needs identity",
    asksFirst: "Asks first",
    enabled: (name: string) => `“${name}” is on`,
    turnedOn: (name: string) => `“${name}” is on`,
    turnedOff: (name: string) => `“${name}” is off`,
  },
};
