/** A site's settings. */
export const settings = {
  settings: {
    text: "What the site is called, and what the assistant is told.",
    general: "General",
    locale: "Default language",
    localeHint: "For visitors whose language is not known, such as en or pt-BR.",
    timeZone: "Time zone",
    timeZoneHint:
      "Where “tomorrow” and “10:30” are, for visitors whose browser does not say. Empty: the assistant asks for a date.",
    instructions: "Instructions to the assistant",
    instructionsHint: "Tone, house rules and facts. The built-in model does not read them.",
    deleteTitle: "Delete this site",
    deleteText: "Its actions, secrets, conversations and runs go with it.",
    delete: "Delete site",
    deleted: (name: string) => `“${name}” was deleted`,
    deleting: (name: string) => ({
      title: `Delete “${name}”?`,
      text: "The widget stops working on every page at once. This cannot be undone.",
      yes: "Delete site",
    }),
  },
};
