import type { settings as english } from "../en/settings.ts";

/** A site's settings. */
export const settings: typeof english = {
  settings: {
    text: "Mikä sivuston nimi on ja mitä avustajalle kerrotaan.",
    general: "Yleiset",
    locale: "Oletuskieli",
    localeHint: "Kävijöille, joiden kieltä ei tiedetä, esimerkiksi en tai pt-BR.",
    timeZone: "Aikavyöhyke",
    timeZoneHint:
      "Missä ”huomenna” ja ”10:30” lasketaan, kun kävijän selain ei kerro omaansa. Tyhjä: avustaja kysyy päivämäärää.",
    instructions: "Ohjeet avustajalle",
    instructionsHint: "Sävy, talon säännöt ja tosiasiat. Sisäänrakennettu malli ei lue niitä.",
    deleteTitle: "Poista tämä sivusto",
    deleteText: "Sen toiminnot, salaisuudet, keskustelut ja kutsut poistuvat sen mukana.",
    delete: "Poista sivusto",
    deleted: (name) => `”${name}” poistettiin`,
    deleting: (name) => ({
      title: `Poistetaanko ”${name}”?`,
      text: "Pienoisohjelma lakkaa heti toimimasta jokaisella sivulla. Tätä ei voi perua.",
      yes: "Poista sivusto",
    }),
  },
};
