/** How visitors are proved. */
export const identity = {
  identity: {
    text: "Secrets with which your server proves who a visitor is. They never belong in a page.",
    kinds: { jwt: "JWT", user_hash: "User hash" },
    titles: { jwt: "JWT secrets", user_hash: "User hash secrets" },
    texts: {
      jwt: "Your server signs a token with HS256. It may carry an e-mail and other claims, and expires within 24 hours.",
      user_hash: "Your server computes the HMAC-SHA256 of the user id. It proves the id and nothing else.",
    },
    policyTitle: "Which proofs count",
    requireJwt: "Accept JWT only",
    requireJwtHint: "User hashes are then refused, since they never expire.",
    none: "No secret yet.",
    unnamed: "Unnamed secret",
    made: (day: string) => `Made ${day}`,
    used: (date: string) => `last used ${date}`,
    neverUsed: "never used",
    label: "Label of a new secret",
    labelExample: "Production",
    create: "Create secret",
    secret: "Secret",
    onceTitle: "Copy this secret now.",
    onceText: "It is shown this one time and cannot be read again.",
    onceDone: "I have stored it",
    removed: "The secret was removed",
    remove: (label: string) => ({
      title: `Remove “${label}”?`,
      text: "Proofs made with it stop working at once, and the sessions it signed end.",
      yes: "Remove secret",
    }),
  },
};
