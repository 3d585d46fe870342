import type { sites as english } from "../en/sites.ts";

/** The list of sites, and the parts of one. */
export const sites: typeof english = {
  sites: {
    title: "Sivustot",
    text: "Jokaisella sivustolla on oma pienoisohjelmansa, toimintonsa ja asetuksensa.",
    add: "Uusi sivusto",
    emptyTitle: "Ei vielä sivustoja",
    emptyText: "Sivusto on paikka, jossa kävijäsi kohtaavat avustajan, esimerkiksi kauppasi.",
    newTitle: "Uusi sivusto",
    name: "Nimi",
    nameHint: "Kävijät näkevät sen keskustelun yläreunassa.",
    origin: "Sivujesi osoite",
    originHint: "Vain siellä olevat sivut voivat näyttää pienoisohjelman. Muita voi lisätä myöhemmin.",
    create: "Luo sivusto",
    made: (name) => `”${name}” luotiin`,
    origins: (first, others) => (others > 0 ? `${first} ja ${others} muuta` : first),
    noOrigins: "Ei vielä osoitetta",
  },
  site: {
    nav: "Sivusto",
    unnamed: "Sivusto",
    parts: {
      start: "Ensiaskeleet",
      actions: "Toiminnot",
      try: "Kokeile",
      appearance: "Ulkoasu",
      install: "Asennus",
      identity: "Henkilöllisyys",
      conversations: "Keskustelut",
      visitors: "Kävijät",
      runs: "Kutsut",
      settings: "Asetukset",
    },
  },
};
