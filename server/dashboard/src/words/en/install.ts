/** How the widget comes onto the owner's pages. */
export const install = {
  install: {
    text: "One line on your pages, and a proof of who is signed in.",
    tagTitle: "Script tag",
    tagText: "Paste it before the end of the body on every page that should show the widget.",
    originsTitle: "Allowed addresses",
    originsText:
      "The widget works on pages of these origins only. https://*.example.com allows every subdomain.",
    noOrigins: "No address is allowed yet, so the widget works nowhere.",
    origin: (number: number) => `Address ${number}`,
    addOrigin: "Add an address",
    removeOrigin: (origin: string) => `Remove ${origin || "this address"}`,
    identifyTitle: "Tell it who is signed in",
    identifyText: "Without a proof every visitor is anonymous, and actions that need identity stay hidden.",
    proof: "Proof",
    proofHints: {
      jwt: "Recommended. Proves everything it claims, and expires.",
      user_hash: "Proves the user id only, and never expires.",
    },
    language: "Language",
    onServer: "On your server",
    onPage: "On the page, above the script tag",
    guide: "Read the whole guide",
  },
};
