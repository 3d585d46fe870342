import type { problems as english } from "../en/problems.ts";

/** What the server refuses, by its code, and its sentences: `…` stands for whatever a sentence names there. */
export const problems: typeof english = {
  problems: {
    identity_missing: "Henkilöllisyystodistetta ei annettu.",
    identity_malformed: "Henkilöllisyystodisteen muoto on väärä.",
    identity_bad_signature: "Todisteen allekirjoitus ei ole oikein.",
    identity_expired: "Todisteen aika on ohi tai ei ole vielä alkanut.",
    identity_too_long_lived: "Todiste on voimassa liian kauan.",
    identity_wrong_audience: "Todiste on tarkoitettu muualle.",
    identity_wrong_algorithm: "Todiste on tehty tavalla, jota täällä ei hyväksytä.",
    identity_hash_mismatch: "Käyttäjätiiviste ei kuulu tälle tunnisteelle.",
    invalid_request: "Pyyntö ei kelpaa.",
    unauthorized: "Kirjaudu sisään.",
    session_expired: "Istunto on päättynyt.",
    origin_not_allowed: "Tälle alkuperälle tätä ei sallita.",
    csrf_rejected: "Pyyntö ei tullut tästä hallintapaneelista. Lataa sivu uudelleen.",
    forbidden: "Roolisi ei salli tätä.",
    not_found: "Tätä ei ole täällä, tai ei enää.",
    conflict: "Tämä ei sovi siihen, mitä on jo.",
    approval_gone: "Hyväksyntä ei ole enää auki.",
    payload_too_large: "Se on liian suuri.",
    unsupported_media_type: "Palvelin ei lue tällaista sisältöä.",
    rate_limited: "Liian paljon kerralla. Odota hetki.",
    blocked_address: "Tähän osoitteeseen ei saa ottaa yhteyttä.",
    internal_error: "Jokin meni vikaan meidän puolellamme.",
  },
  serverSentences: {
    "This … was changed meanwhile. Read it again, then change it.":
      "Tätä muutettiin sillä välin. Lataa se uudelleen ja muuta sitten.",
    'The name "…" is taken.': 'Nimi "…" on varattu.',
    '"…" is the last owner who can sign in. Make somebody else an owner first.':
      '"…" on viimeinen omistaja, joka voi kirjautua. Tee ensin jostakusta toisesta omistaja.',
    "Too many failed sign-ins. Please try again in … minutes.":
      "Liian monta epäonnistunutta kirjautumista. Odota (min): ….",
    "That was a lot at once. Please try again in … seconds.": "Liian paljon kerralla. Odota (s): ….",
    "Name and password do not belong together.": "Nimi ja salasana eivät kuulu yhteen.",
    "Please sign in.": "Kirjaudu sisään.",
    "The current password is not right.": "Nykyinen salasana ei ole oikein.",
    "is not your password": "ei ole salasanasi",
    'The password of "…" is set by ERRAND_ADMIN_PASSWORD. Change it there.':
      'Tilin "…" salasana on asetettu muuttujassa ERRAND_ADMIN_PASSWORD. Vaihda se siellä.',
    "Choose a password of your own first.": "Valitse ensin oma salasana.",
    "Only an owner may change …; your role is ….": "Vain omistaja voi muuttaa: … (roolisi: …).",
    "only an owner may change this; your role is …": "vain omistaja voi muuttaa tätä; roolisi: …",
    'The identifier "…" is taken by another action of this site.':
      'Tunniste "…" on tämän sivuston toisella toiminnolla.',
    "Enter the credential again: it is bound to the origins and the header it was entered for, and one of them changed.":
      "Anna avain uudelleen: se on sidottu alkuperiin ja otsakkeeseen, joille se annettiin, ja jokin niistä muuttui.",
    "Enter the key again: it is bound to the vendor and the address it was entered for.":
      "Anna avain uudelleen: se on sidottu toimittajaan ja osoitteeseen, joille se annettiin.",
    "A base URL needs a model of a vendor, such as compatible:qwen.":
      "Osoite vaatii toimittajan mallin, esimerkiksi compatible:qwen.",
    'Model: "…" is not a model that this server knows; use ….':
      'Malli: tämä palvelin ei tunne mallia "…"; käytä: ….',
    'Model: "…" needs an API key or a base URL of the site\'s own.':
      'Malli: "…" vaatii sivuston oman API-avaimen tai osoitteen.',
    '"…" needs an API key': '"…" vaatii API-avaimen',
    '"…" needs a base URL, such as https://llm.example.com/v1':
      '"…" vaatii osoitteen, esimerkiksi https://llm.example.com/v1',
    'A key with the kid "…" is here already: remove it first, or give another kid.':
      'Avain, jonka kid on "…", on jo täällä: poista se ensin tai anna toinen kid.',
    "must be a JWK, a JSON object": "pitää olla JWK eli JSON-objekti",
    "this is a private key, which stays with you: give the public one":
      "tämä on yksityinen avain, joka pysyy sinulla: anna julkinen avain",
    'must be one public key in PEM, beginning with "…"':
      'pitää olla yksi julkinen avain PEM-muodossa, alkaen "…"',
    "cannot be read as a public key": "ei ole luettavissa julkisena avaimena",
    "cannot be read: …": "ei voi lukea: …",
    "A site may have … sample conversations, and would have ….":
      "Esimerkkikeskusteluja sivustolla enintään: …, nyt olisi: ….",
    "The body is larger than … KB.": "Lähetetty on liian suuri, raja kilotavuina: ….",
    "The body is not valid JSON.": "Lähetetty ei ole kelvollista JSONia.",
    "This preview has ended. Start another.": "Tämä esikatselu on päättynyt. Aloita uusi.",
    "The model answered without a word.": "Malli vastasi sanomatta mitään.",
    "The model's address could not be reached.": "Mallin osoitteeseen ei saatu yhteyttä.",
    "The vendor answered with status …: …": "Toimittaja vastasi tilalla …: …",
    "The model did not answer in 30 seconds.": "Malli ei vastannut 30 sekunnissa.",
    "The answer was not in the vendor's format.": "Vastaus ei ollut toimittajan muodossa.",
    "The URL is this server's own.": "Osoite on tämän palvelimen oma.",
    "The URL has a port other than 443. …": "Osoitteen portti ei ole 443. …",
    "The URL's address is refused (…). …": "IP-osoite hylätään (…). …",
    "The URL's name … is refused (…). …": "Nimi hylätään: … (…). …",
    "An address of … is refused (…). …": "Tämän palvelimen osoite hylätään: … (…). …",
    "Whoever runs this server may allow it by listing the origin in ERRAND_PRIVATE_ORIGINS.":
      "Palvelimen ylläpitäjä voi sallia tämän lisäämällä alkuperän asetukseen ERRAND_PRIVATE_ORIGINS.",
    "Looking up … took too long.": "Nimen haku kesti liian kauan: ….",
    "The name … has no address (…).": "Tällä nimellä ei ole osoitetta: … (…).",
    "Connecting to … took too long.": "Yhdistäminen kesti liian kauan: ….",
    "No connection to … could be made (…).": "Yhteyttä ei saatu: … (…).",
    "The TLS connection to … failed (…).": "TLS-yhteys epäonnistui: … (…).",
    "… did not answer in … ms.": "… ei vastannut ajoissa (ms: …).",
    "The answer is larger than … bytes.": "Vastaus on liian suuri, raja tavuina: ….",
  },
};
