import type { testing as english } from "../en/testing.ts";

/** Test runs, their outcomes and what went over the wire. */
export const testing: typeof english = {
  test: {
    title: "Testi",
    mode: "Mitä tämän sivun sisällöllä tehdään",
    useAnswer: "Käytä tätä vastausta kenttiin ja korttiin",
    used: "Vastauksen kentät ja kortti täytettiin. Katso osaa Vastaus.",
    text: "Suorittaa sen, mitä tällä sivulla on, tallennettuna tai ei, aivan kuten kävijälle.",
    samples: "Esimerkkiarvot",
    oneALine: "Yksi riviä kohden.",
    visitor: "Kävijä",
    verification: "Todiste",
    anonymous: "Nimetön",
    claims: "Väittämät JSON-muodossa",
    claimsHint: "Mitä tunniste sanoisi user_id:n lisäksi.",
    locale: "Kieli",
    dryRun: "Lähettämättä",
    dryRunHint: "Näyttää pyynnön lähettämättä sitä.",
    run: "Aja testi",
    running: "Ajetaan…",
    result: "Tulos",
    dryOk: "Pyyntö on kunnossa. Sitä ei lähetetty.",
    notYet: "Joitakin kenttiä on korjattava ennen ajoa.",
  },
  outcomes: {
    ok: { title: "OK", advice: "" },
    remote_error: {
      title: "Torjuttu",
      advice: "Rajapinta vastasi virheellä. Tilakoodi ja sisältö kertovat syyn.",
    },
    timeout: {
      title: "Aika loppui",
      advice: "Koko vastausta ei tullut ajoissa. Nopeuta rajapintaa tai salli enemmän sekunteja.",
    },
    too_large: { title: "Liian suuri", advice: "Vastaus on yli 1 Mt. Anna rajapinnan vastata vähemmällä." },
    blocked_address: {
      title: "Estetty osoite",
      advice:
        "Osoite on sisäinen tai kielletty. Ylläpitäjä voi sallia sen asetuksella ERRAND_PRIVATE_ORIGINS.",
    },
    blocked_redirect: {
      title: "Uudelleenohjaus",
      advice: "Uudelleenohjauksia ei seurata. Anna osoite, johon rajapinta ohjaa.",
    },
    tls_error: {
      title: "TLS-virhe",
      advice: "Varmenteeseen ei voitu luottaa. Tarkista sen nimi, päiväys ja ketju.",
    },
    network_error: {
      title: "Ei tavoitettavissa",
      advice: "Yhteyttä ei saatu. Tarkista isännän nimi ja onko rajapinta käynnissä.",
    },
    invalid_arguments: {
      title: "Väärä arvo",
      advice: "Arvo ei sovi parametriinsa. Tarkista tyyppi ja että pakolliset on annettu.",
    },
    identity_required: {
      title: "Vaatii henkilöllisyyden",
      advice: "Tämä toiminto vaatii JWT:llä todistetun kävijän ja käyttämänsä väittämät.",
    },
    not_approved: { title: "Ei hyväksytty", advice: "Kävijä ei hyväksynyt kutsua." },
    definition_error: {
      title: "Väärä määrittely",
      advice: "Määrittelyä ei voi suorittaa nykyisellään. Tarkista pyyntö ja sen avain.",
    },
  },
  exchange: {
    request: "Pyyntö sellaisena kuin se lähti",
    response: "Vastaus",
    headers: (count) => (count === 1 ? "1 otsake" : `${count} otsaketta`),
    requestBody: "Pyynnön sisältö",
    responseBody: "Vastauksen sisältö",
    noBody: "Ei sisältöä",
    noRequest: "Palvelimelta ei lähtenyt pyyntöä.",
    noResponse: "Vastausta ei tullut.",
    truncated: "Loput katkaistiin.",
    reason: (status) =>
      status < 300
        ? "Onnistui"
        : status < 400
          ? "Uudelleenohjaus"
          : status < 500
            ? "Torjuttu"
            : "Palvelinvirhe",
  },
};
