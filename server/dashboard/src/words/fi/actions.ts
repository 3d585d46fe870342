import type { actions as english } from "../en/actions.ts";

/** The list of a site's actions. */
export const actions: typeof english = {
  actions: {
    text: "Mitä avustaja osaa tehdä kävijän puolesta kutsumalla rajapintojasi.",
    add: "Uusi toiminto",
    import: "Tuo",
    duplicate: (name) => `Kopioi ”${name}”`,
    delete: (name) => `Poista ”${name}”`,
    noRuns: "Ei kutsuja tällä viikolla",
    lastRun: (ago) => `viimeksi ${ago}`,
    emptyTitle: "Avustaja ei osaa vielä mitään",
    emptyText: "Toiminto on yksi kutsu omaan rajapintaasi, esimerkiksi tilauksen haku.",
    needsIdentity: "Vaatii henkilöllisyyden",
    asksFirst: "Kysyy ensin",
    enabled: (name) => `”${name}” on käytössä`,
    turnedOn: (name) => `”${name}” otettiin käyttöön`,
    turnedOff: (name) => `”${name}” poistettiin käytöstä`,
  },
};
