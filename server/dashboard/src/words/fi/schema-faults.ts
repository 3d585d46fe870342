import type { schemaFaults as english } from "../en/schema-faults.ts";

/** What the schemas say of a value, by their English sentence; a quoted text stands as "…". */
export const schemaFaults: typeof english = {
  schemaFaults: {
    "must not be empty": "ei saa olla tyhjä",
    "must be an origin, such as https://shop.example or https://*.shop.example":
      "pitää olla alkuperä, esimerkiksi https://shop.example tai https://*.shop.example",
    "must be an address such as https://shop.example/logo.png":
      "pitää olla osoite, esimerkiksi https://shop.example/logo.png",
    "must be a colour such as #2f6feb": "pitää olla väri, esimerkiksi #2f6feb",
    "must be a host name, such as images.example.com":
      "pitää olla palvelimen nimi, esimerkiksi images.example.com",
    "must be a JSON Pointer, such as /orders": "pitää olla JSON Pointer, esimerkiksi /orders",
    "must be a JSON Pointer, such as /status": "pitää olla JSON Pointer, esimerkiksi /status",
    "must be a BCP 47 language tag, such as en or pt-BR":
      "pitää olla BCP 47 -kielitunnus, esimerkiksi en tai pt-BR",
    "must be a time zone, such as Asia/Baku or Europe/Berlin":
      "pitää olla aikavyöhyke, esimerkiksi Asia/Baku tai Europe/Berlin",
    "must be letters, digits, _ or -, not digits alone":
      "saa sisältää kirjaimia, numeroita sekä merkit _ ja -, mutta ei pelkkiä numeroita",
    "must be the name of one claim, such as plan":
      "pitää olla yhden väittämän (claim) nimi, esimerkiksi plan",
    "needs at least one value": "vaatii vähintään yhden arvon",
    "must be snake_case: a-z, 0-9 and _, starting with a letter":
      "pitää olla snake_case-muodossa: a-z, 0-9 ja _, alkaen kirjaimella",
    "must say when the assistant should use this action":
      "pitää kertoa, milloin avustaja käyttää tätä toimintoa",
    "must be at most 2,048 characters": "saa olla enintään 2 048 merkkiä",
    "must not hold a placeholder": "ei saa sisältää paikkamerkkiä",
    "needs a webhookUrl or an email": "vaatii webhook-osoitteen tai sähköpostiosoitteen",
    "a choice needs at least one option": "valinta vaatii vähintään yhden vaihtoehdon",
    "must be printable ASCII without a space at either end":
      "saa sisältää vain tulostuvia ASCII-merkkejä, ei välilyöntiä alussa eikä lopussa",
    "a query key must not hold a placeholder": "kyselyn avain ei saa sisältää paikkamerkkiä",
    "is not well-formed Unicode": "ei ole kelvollista Unicodea",
    "a form is made of body fields; a JSON template cannot be sent as one":
      "lomake koostuu rungon kentistä; JSON-mallia ei voi lähettää lomakkeena",
    "must be an HTTP header name, such as X-Shop": "pitää olla HTTP-otsakkeen nimi, esimerkiksi X-Shop",
    "must be printable ASCII": "saa sisältää vain tulostuvia ASCII-merkkejä",
    "must be scopes parted by single spaces":
      "pitää olla yhdellä välilyönnillä erotettuja laajuuksia (scope)",
    "must be an action's identifier, such as lookup_order":
      "pitää olla toiminnon tunniste, esimerkiksi lookup_order",
    "must not have a space, a backslash or an invisible character; percent-encode it":
      "ei saa sisältää välilyöntiä, kenoviivaa eikä näkymätöntä merkkiä; koodaa se prosenttimerkein",
    "has no host; write it as https://api.example.com/path":
      "palvelin puuttuu; kirjoita muodossa https://api.example.com/path",
    "must not have a placeholder in its host or port": "palvelimessa tai portissa ei saa olla paikkamerkkiä",
    "must not have a user name or a password; put it under authorization":
      "ei saa sisältää käyttäjätunnusta eikä salasanaa; anna ne valtuutuksessa",
    "must not have . or .. between slashes": "kauttaviivojen välissä ei saa olla . tai ..",
    "must not have a #fragment: it never reaches a server":
      "ei saa sisältää #osaa: se ei koskaan päädy palvelimelle",
    "must not have a placeholder in a query key": "kyselyn avaimessa ei saa olla paikkamerkkiä",
    "has a % that no two hexadecimal digits follow; write it as %25":
      "%-merkkiä ei seuraa kaksi heksadesimaalinumeroa; kirjoita se muodossa %25",
    '"…" must start with https://': '"…" pitää alkaa https://',
    '"…" is not a URL': '"…" ei ole URL-osoite',
    '"…" stands twice': '"…" on kahdesti',
    '"…" is set by the call itself': '"…" tulee kutsulta itseltään',
    '"…" is the authorization\'s own header': '"…" on valtuutuksen oma otsake',
    '"…" is used in the request, so it must be required':
      '"…" on käytössä pyynnössä, joten sen pitää olla pakollinen',
  },
};
