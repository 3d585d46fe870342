import type { importNotes as english } from "../en/import-notes.ts";

/** By the English sentence; `…` stands for whatever a sentence names there. */
export const importNotes: typeof english = {
  importNotes: {
    "Enter the credential under authorization before you enable the action.":
      "Anna tunnistetiedot valtuutuksen kohdalla, ennen kuin otat toiminnon käyttöön.",
    'The call also needs "…", and an action carries one credential.':
      'Kutsu tarvitsee myös tunnisteen "…", mutta toiminto kuljettaa vain yhtä.',
    'The value of "…" was left out: enter the credential under authorization before you enable the action.':
      'Kohdan "…" arvo jätettiin pois: anna tunnistetiedot valtuutuksen kohdalla, ennen kuin otat toiminnon käyttöön.',
    "The command's … was left out: enter the credential under authorization before you enable the action.":
      "Komennon … jätettiin pois: anna tunnistetiedot valtuutuksen kohdalla, ennen kuin otat toiminnon käyttöön.",
    password: "salasana",
    token: "tunniste",
    "These headers keep the command's values: …. Check that none is secret.":
      "Nämä otsakkeet säilyttävät komennon arvot: …. Tarkista, ettei mikään niistä ole salainen.",
    "The command's cookies were left out: actions send none.":
      "Komennon evästeet jätettiin pois: toiminnot eivät lähetä niitä.",
    "https was put in the place of http: actions call nothing else.":
      "http:n tilalle pantiin https: toiminnot eivät kutsu muuta.",
    'The query\'s "…" was left out, for it looks like a secret.':
      'Kyselyn "…" jätettiin pois, sillä se näyttää salaisuudelta.',
    "The query keeps the command's values of …; where the visitor decides, add a parameter and its placeholder.":
      "Kysely säilyttää komennon arvot: …; jos kävijä päättää arvon, lisää parametri ja sen paikkamerkki.",
    "Redirects (-L) are not followed: give the final address.":
      "Uudelleenohjauksia (-L) ei seurata: anna lopullinen osoite.",
    "Certificates are always checked, whatever -k said.":
      "Varmenteet tarkistetaan aina, sanoipa -k mitä tahansa.",
    "The file of -T was left out: actions send no files.":
      "Valitsimen -T tiedosto jätettiin pois: toiminnot eivät lähetä tiedostoja.",
    "Say under “When to use” when the assistant should use this action.":
      "Kerro kohdassa ”Milloin käytetään”, milloin avustajan tulee käyttää toimintoa.",
    'The content of the file "…" is not known here; add its fields as parameters.':
      'Tiedoston "…" sisältöä ei tunneta; lisää sen kentät parametreina.',
    "The body's values became examples; check each parameter's type and whether it is required.":
      "Sisällön arvoista tuli esimerkkejä; tarkista jokaisen parametrin tyyppi ja pakollisuus.",
    "The command sends a multipart form; the action sends a URL-encoded one, so check that it is taken.":
      "Komento lähettää multipart-lomakkeen, toiminto URL-koodatun; tarkista, että se kelpaa.",
    'The file "…" was left out: actions send no files.':
      'Tiedosto "…" jätettiin pois: toiminnot eivät lähetä tiedostoja.',
    "The description calls this operation deprecated.": "Kuvaus sanoo tätä toimintoa vanhentuneeksi.",
    "Its optional body is not sent: actions send none with ….":
      "Valinnaista sisältöä ei lähetetä: metodilla … toiminnot eivät lähetä sisältöä.",
    "Left out because they are optional: …. To use one, add a required parameter and its placeholder.":
      "Jätetty pois, koska ne ovat valinnaisia: …. Ota käyttöön lisäämällä pakollinen parametri ja sen paikkamerkki.",
    "Always sent with their defaults: ….": "Lähetetään aina oletusarvoin: ….",
    '"…" and … more': '"…" ja … muuta',
    '"…" may have … forms; the first was taken, so check its type.':
      '"…" voi olla … eri muotoa; niistä otettiin ensimmäinen, joten tarkista tyyppi.',
    '"…" is a file, which the assistant cannot supply.': '"…" on tiedosto, jota avustaja ei voi antaa.',
    'The default of "…" does not have the type that the description gives it.':
      'Kohdan "…" oletusarvo ei ole kuvauksen mukaista tyyppiä.',
    "The body may have … forms; the first was taken.":
      "Sisällöllä voi olla … eri muotoa; niistä otettiin ensimmäinen.",
    "Its optional body (…) is not sent.": "Valinnaista sisältöä (…) ei lähetetä.",
    'The body\'s "identity" is a reserved name and was left out.':
      'Sisällön "identity" on varattu nimi ja jätettiin pois.',
    'The body\'s "…" is the visitor\'s proved one, when "Send visitor identity" is on; the assistant never fills it.':
      'Sisällön "…" on kävijän todistettu arvo, kun ”Lähetä kävijän henkilöllisyys” on käytössä; avustaja ei koskaan täytä sitä.',
    '"…" is encoded text; check what it holds.': '"…" on koodattua tekstiä; tarkista, mitä se sisältää.',
    '"…" looks like a secret, and no visitor should be asked for one.':
      '"…" näyttää salaisuudelta, eikä sellaista pidä kysyä kävijältä.',
    '"…" is filled in here by the assistant; where the visitor\'s own is meant, use ….':
      'Kohdan "…" täyttää tässä avustaja; jos tarkoitetaan kävijän omaa, käytä: ….',
    "{{identity.sub}} with a verified identity": "{{identity.sub}} ja todistettu henkilöllisyys",
    '"…" is a list or an object; here it is text, written with commas.':
      '"…" on luettelo tai objekti; tässä se on tekstiä pilkuin erotettuna.',
    'The call … the cookie "…", and no cookie is ever sent.':
      'Kutsu … evästeen "…", eikä evästeitä koskaan lähetetä.',
    needs: "tarvitsee",
    "may have": "voi sisältää",
    'The call needs "…", a way to authorize that actions do not have.':
      'Kutsu tarvitsee tavan "…", jollaista valtuutusta toiminnoilla ei ole.',
    'The key "…" goes into the …; actions send theirs in a header only.':
      'Avaimen "…" paikka on …; toiminnot lähettävät omansa vain otsakkeessa.',
    "an unknown place": "tuntematon",
    'Enter the OAuth client\'s id in place of "your-client-id". …':
      'Anna OAuth-asiakkaan tunnus tekstin "your-client-id" tilalle. …',
    "The call needs a token of …, which every visitor would have to sign in for; a token of your own, entered under authorization, speaks for all of them.":
      "Kutsu tarvitsee tunnisteen (…), jota varten jokaisen kävijän pitäisi kirjautua; valtuutuksen kohdalla annettu oma tunnisteesi puhuu heidän kaikkien puolesta.",
    "The description gives an http address; https was put in its place, as actions call nothing else.":
      "Kuvauksessa on http-osoite; sen tilalle pantiin https, sillä toiminnot eivät kutsu muuta.",
    'The server\'s "…" is "…", the description\'s default.': 'Palvelimen "…" on "…", kuvauksen oletusarvo.',
    "Its body is neither JSON nor a URL-encoded form.": "Sen sisältö ei ole JSON eikä URL-koodattu lomake.",
    "It needs a body, and actions send none with ….":
      "Se tarvitsee sisällön, eivätkä toiminnot lähetä sisältöä metodilla ….",
    "Actions do not use the method ….": "Toiminnot eivät käytä metodia ….",
    '"…" is a list of lists.': '"…" on luettelojen luettelo.',
    "Its schemas lead to too many others.": "Sen skeemat johtavat liian moneen muuhun.",
    '"…" refers to itself.': '"…" viittaa itseensä.',
    'It refers to "…", and other documents are not fetched.':
      'Se viittaa kohteeseen "…", eikä muita asiakirjoja haeta.',
    'It refers to "…", which the document does not have.':
      'Se viittaa kohteeseen "…", jota asiakirjassa ei ole.',
    "Its form has no fields that the description names.":
      "Sen lomakkeella ei ole kuvauksessa nimettyjä kenttiä.",
    "Its body is …; only JSON and URL-encoded forms are sent.":
      "Sen sisältö on …; vain JSON ja URL-koodatut lomakkeet lähetetään.",
    "not described": "kuvaamatta",
    'The query\'s "…" is an object.': 'Kyselyn "…" on objekti.',
    "Its schemas nest deeper than … levels.": "Sen skeemoissa on yli … sisäkkäistä tasoa.",
    "The description names no server by an https address.": "Kuvaus ei nimeä palvelinta https-osoitteella.",
    "/…: …": "/…: …",
  },
};
