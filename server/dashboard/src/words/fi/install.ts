import type { install as english } from "../en/install.ts";

/** How the widget comes onto the owner's pages. */
export const install: typeof english = {
  install: {
    text: "Yksi rivi sivuillesi ja todiste siitä, kuka on kirjautunut.",
    tagTitle: "Skriptitunniste",
    tagText: "Liitä se ennen bodyn loppua jokaiselle sivulle, jolla pienoisohjelman pitää näkyä.",
    originsTitle: "Sallitut osoitteet",
    originsText:
      "Pienoisohjelma toimii vain näiden osoitteiden sivuilla. https://*.example.com sallii kaikki alitoimialueet.",
    noOrigins: "Yhtään osoitetta ei ole vielä sallittu, joten pienoisohjelma ei toimi missään.",
    origin: (number) => `Osoite ${number}`,
    addOrigin: "Lisää osoite",
    removeOrigin: (origin) => `Poista ${origin || "tämä osoite"}`,
    identifyTitle: "Kerro, kuka on kirjautunut",
    identifyText:
      "Ilman todistetta jokainen kävijä on nimetön, ja henkilöllisyyttä vaativat toiminnot pysyvät piilossa.",
    proof: "Todiste",
    proofHints: {
      jwt: "Suositeltu. Todistaa kaiken väittämänsä ja vanhenee.",
      user_hash: "Todistaa vain käyttäjän id:n eikä vanhene.",
    },
    language: "Kieli",
    onServer: "Palvelimellasi",
    onPage: "Sivulla, skriptitunnisteen yläpuolella",
    guide: "Lue koko opas",
  },
};
