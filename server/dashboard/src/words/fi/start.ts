import type { firstSteps as english } from "../en/start.ts";

/** The first steps with a new site. */
export const firstSteps: typeof english = {
  start: {
    text: "Tyhjästä sivustosta avustajaan, joka saa asioita aikaan.",
    progress: (done, all) => `${done}/${all} vaihetta valmiina`,
    whole: "Kaikki on paikoillaan.",
    done: "(valmis)",
    open: "(ei vielä valmis)",
    seen: (ago) => `Nähty ${ago}`,
    seenAt: (what, ago) => `${what}, ${ago}`,
    password: "Kirjaudutko yhä salasanalla, jonka ensimmäinen käynnistys tulosti?",
    changePassword: "Valitse omasi",
    addOrigin: "Lisää osoite",
    proveVisitors: "Luo salaisuus",
    makeAction: "Luo toiminto",
    steps: {
      origin: {
        title: "Kerro, missä pienoisohjelma saa olla",
        text: "Vain sallimiesi osoitteiden sivut voivat näyttää sen.",
      },
      script: {
        title: "Lisää skripti sivulle",
        text: "Liitä tämä ennen bodyn loppua. Vaihe merkitään heti, kun jokin sivu lataa sen.",
      },
      identity: {
        title: "Todista, kuka kävijä on",
        text: "Palvelimesi allekirjoittaa tunnisteen, ja sivu välittää sen. Merkitään ensimmäisestä pitävästä todisteesta.",
      },
      action: {
        title: "Testaa toiminto",
        text: "Määritä yksi kutsu rajapintaasi ja aja sen testi. Merkitään ensimmäisestä onnistuneesta testistä.",
      },
      conversation: {
        title: "Käy ensimmäinen keskustelu",
        text: "Pyydä jotain sivusi pienoisohjelmalta. Halutessasi kokeile ensin täällä.",
      },
    },
  },
  importing: {
    title: "Toimintojen tuonti",
    text: "Luonnoksia siitä, mikä jo kuvaa rajapintasi. Mitään ei tallenneta, ennen kuin olet katsonut.",
    from: "Lähde",
    kinds: { openapi: "OpenAPI-dokumentti", address: "OpenAPI-osoite", curl: "cURL-komento" },
    document: "Dokumentti",
    documentHint: "JSON tai YAML, versio 2 tai 3.",
    file: "Valitse tiedosto",
    address: "Dokumentin osoite",
    addressHint: "Vain https. Tämä palvelin hakee sen.",
    command: "Komento",
    commandHint: "Sellaisena kuin selaimen kehittäjätyökalut sen kopioivat. Avaimet jätetään pois.",
    read: "Lue",
    reading: "Luetaan…",
    found: (count) => (count === 1 ? "1 luonnos löytyi" : `${count} luonnosta löytyi`),
    foundText: "Merkitse lisättävät. Lisätyt toiminnot ovat pois käytöstä, kunnes otat ne käyttöön.",
    none: "Mistään siinä ei saa toimintoa.",
    all: "Merkitse kaikki",
    tick: (name) => `Lisää ”${name}”`,
    open: "Avaa",
    notes: (count) => (count === 1 ? "1 tarkistettava asia" : `${count} tarkistettavaa asiaa`),
    skipped: (count) => `${count} jätettiin pois`,
    add: (count) => (count === 1 ? "Lisää 1 toiminto" : `Lisää ${count} toimintoa`),
    added: (count) => (count === 1 ? "1 toiminto lisättiin" : `${count} toimintoa lisättiin`),
    isAdded: "Lisätty",
  },
};
