/** The list of sites, and the parts of one. */
export const sites = {
  sites: {
    title: "Sites",
    text: "Each site has a widget, actions and settings of its own.",
    add: "New site",
    emptyTitle: "No site yet",
    emptyText: "A site is one place where your visitors meet the assistant, such as your shop.",
    newTitle: "New site",
    name: "Name",
    nameHint: "Visitors see it at the top of the chat.",
    origin: "Address of your pages",
    originHint: "Only pages there may show the widget. More can follow.",
    create: "Create site",
    made: (name: string) => `“${name}” was created`,
    origins: (first: string, others: number) => (others > 0 ? `${first} and ${others} more` : first),
    noOrigins: "No address yet",
  },
  site: {
    nav: "Site",
    unnamed: "Site",
    parts: {
      actions: "Actions",
      try: "Try it",
      install: "Install",
      identity: "Identity",
      conversations: "Conversations",
      visitors: "Visitors",
      runs: "Runs",
      settings: "Settings",
    },
  },
};
