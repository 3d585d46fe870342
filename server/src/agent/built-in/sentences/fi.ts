import { askIn, misfitIn, type Sentences } from "./language.ts";

export const fi: Sentences = {
  greeting: (siteName) => (siteName ? `Hei! Olen sivuston ${siteName} avustaja.` : "Hei!"),
  wellbeing: "Kiitos, hyvää! Miten voin auttaa?",
  who: (siteName) =>
    siteName
      ? `Olen sivuston ${siteName} avustaja: tietokoneohjelma enkä ihminen.`
      : "Olen tämän sivuston avustaja: tietokoneohjelma enkä ihminen.",
  thanks: "Ole hyvä!",
  goodbye: "Näkemiin!",
  noted: "Selvä. Kerro, jos tarvitset vielä jotain.",
  canDo: "Voin auttaa näissä asioissa:",
  canDoAfterSignIn: "Kun olet kirjautunut sisään, myös näissä:",
  canDoNothing: "En voi vielä tehdä puolestasi täällä mitään.",
  notUnderstood: "Anteeksi, en ymmärtänyt tuota.",
  signInFirst: (action) =>
    `Toimintoa ”${action}” varten sinun täytyy ensin kirjautua sisään. Kirjaudu ja kysy sitten uudelleen.`,
  notForYou: (action) => `Toiminto ”${action}” ei ole käytettävissä tililläsi.`,
  cancelled: "Selvä, jätin sen sikseen.",
  cannotRepeat: "Minulla ei ole mitään, mitä voisin yrittää uudelleen.",
  whichOne: "Mitä näistä tarkoitat?",
  noPerson: "En voi yhdistää sinua ihmiselle täällä. Käytä sivuston yhteystietoja.",
  handedOver: "Välitin keskustelun tiimillemme. Ihminen vastaa sinulle tässä.",
  cannotFill: (action) => `Toimintoa ”${action}” varten tarvitaan tietoja, joita en voi kysyä keskustelussa.`,

  ask: askIn({
    email: "Kirjoita sähköpostiosoite",
    phone: "Kirjoita puhelinnumero",
    url: "Kirjoita verkko-osoite",
    date: "Kirjoita päivämäärä",
    datetime: "Kirjoita päivämäärä ja kellonaika",
    number: "Kirjoita luku",
    integer: "Kirjoita luku",
    choice: "Valitse",
    boolean: "Kerro vielä",
    otherwise: "Kirjoita tämä tieto",
  }),
  askList: (label) => `Kirjoita nämä pilkuilla erotettuina: ${label}.`,
  forExample: (example) => `Esimerkiksi ${example}.`,
  options: (list) => `Vaihtoehdot: ${list}.`,
  yesOrNo: "Vastaa kyllä tai ei.",
  inUtc: "Anna aika UTC-aikana.",
  misfit: misfitIn({
    email: "Tuo ei näytä sähköpostiosoitteelta; sen pitäisi olla muotoa nimi@example.com.",
    phone: "Tuo ei näytä puhelinnumerolta; kirjoita se maakoodin kanssa, esimerkiksi +358 40 123 4567.",
    url: "Tuo ei näytä verkko-osoitteelta; sen pitäisi olla muotoa https://example.com.",
    date: "En osannut lukea tuota päivämääränä; kirjoita se esimerkiksi näin: 31.5.2026.",
    datetime: "En osannut lukea tuota päivämääränä ja kellonaikana; kirjoita esimerkiksi 31.5.2026 14:30.",
    number: "Tuo ei näytä luvulta.",
    integer: "Tuo ei näytä kokonaisluvulta.",
    boolean: "En ymmärtänyt, onko vastaus kyllä vai ei.",
    choice: "Tuo ei ole mikään vaihtoehdoista.",
    object: "En osannut lukea tuota; sen pitäisi olla JSON-muodossa, esimerkiksi {}.",
    otherwise: "Tuo ei näytä oikealta.",
  }),

  shown: "Tässä, ole hyvä.",
  found: "Tämän löysin:",
  foundNothing: "Mitään ei löytynyt.",
  done: (action) => `Toiminto ”${action}” on tehty:`,
  doneEmpty: "Valmista.",
  more: (count) => `ja vielä ${count}`,
  yes: "kyllä",
  no: "ei",

  notFound: "En löytänyt sitä. Tarkista antamasi tieto; voit lähettää myös toisen.",
  notAllowed: "Palvelu ei sallinut tätä.",
  notAccepted: "Palvelu ei hyväksynyt tätä.",
  busy: "Palvelu on juuri nyt ruuhkautunut. Yritä hetken päästä uudelleen.",
  remoteError: (changes) =>
    changes
      ? "Palvelussa tapahtui virhe, joten en voi sanoa, että asia on hoidettu. Tarkista tilanne, ennen kuin yrität uudelleen."
      : "Palvelussa tapahtui virhe, eikä vastausta tullut. Yritä myöhemmin uudelleen.",
  serviceSays: (message) => `Palvelu vastasi: ”${message}”`,
  timeout: (changes) =>
    changes
      ? "Palvelu vastasi liian hitaasti. En nähnyt, menikö pyyntö läpi; tarkista tilanne, ennen kuin yrität uudelleen."
      : "Palvelu vastasi liian hitaasti. Yritä myöhemmin uudelleen.",
  unreachable: (changes) =>
    changes
      ? "Yhteys palveluun katkesi. En nähnyt, menikö pyyntö läpi; tarkista tilanne, ennen kuin yrität uudelleen."
      : "En saanut yhteyttä palveluun. Yritä myöhemmin uudelleen.",
  tooLarge: "Palvelun vastaus oli liian suuri luettavaksi.",
  misconfigured:
    "Tätä ei ole määritetty oikein, joten en voinut tehdä sitä. Kerro asiasta sivuston ylläpidolle.",
  invalidArguments: "Osa antamistasi tiedoista ei kelpaa, joten mitään ei lähetetty. Tarkista ne.",
  identityRequired: "Sinun täytyy ensin kirjautua sisään. Kirjaudu ja kysy sitten uudelleen.",
  notApproved: "Selvä, mitään ei muutettu.",
  unknown: "En nähnyt, menikö pyyntö läpi. Tarkista tilanne, ennen kuin yrität uudelleen.",
};
