import type { identitySentences as english } from "../en/identity-sentences.ts";

/** What the check of a proof says, by its English sentences: `…` stands for whatever a sentence names there. */
export const identitySentences: typeof english = {
  identitySentences: {
    "Not judged: the token cannot be read.": "Ei arvioitu: tunnistetta ei voi lukea.",
    "Not judged: the proof cannot be read.": "Ei arvioitu: todistetta ei voi lukea.",
    "Not judged.": "Ei arvioitu.",
    "A user hash proves the id alone, and has no times.":
      "Käyttäjätiiviste todistaa vain id:n, eikä sillä ole aikoja.",
    "A signed JWT of … bytes.": "Allekirjoitettu JWT, tavuja: ….",
    "…, which is the key's own.": "…, avaimen oma algoritmi.",
    'There is no "kid": tried with ….': '"kid" puuttuu, kokeiltu: ….',
    '"kid" names ….': '"kid" nimeää: ….',
    "one key": "yksi avain",
    "… keys": "avaimia: …",
    "Signed with the ….": "Allekirjoittanut: ….",
    "identity secret …": "salaisuus …",
    "public key …": "julkinen avain …",
    "Ends ….": "Päättyy: ….",
    "Holds since ….": "Voimassa: ….",
    "Lives …; at most 24 hours are allowed.": "Kesto: …; enintään 24 tuntia.",
    "… from now": "…, nyt alkaen",
    '… from its "iat"': '…, "iat"-ajasta',
    "in … (… UTC)": "… kuluttua (… UTC)",
    "… ago (… UTC)": "… sitten (… UTC)",
    "… days": "… pv",
    "… day": "… pv",
    "… hours": "… t",
    "… hour": "… t",
    "… minutes": "… min",
    "… minute": "… min",
    "… seconds": "… s",
    "… second": "… s",
    'The token\'s "exp" is required.': 'Tunnisteessa pitää olla "exp".',
    'The token\'s "exp" has passed: sign a fresh one.': 'Tunnisteen "exp" on ohi: allekirjoita uusi.',
    'There is no "nbf": the token holds from the start.': '"nbf" puuttuu: tunniste on voimassa alusta asti.',
    'The token\'s "nbf" lies in the future: it is not valid yet.':
      'Tunnisteen "nbf" on tulevaisuudessa: se ei ole vielä voimassa.',
    'The token\'s "iat" lies in the future: give seconds since 1970, by a clock that is right.':
      'Tunnisteen "iat" on tulevaisuudessa: anna sekunnit vuodesta 1970, oikealla kellolla.',
    'The token lives longer than 24 hours (…): give "exp" in seconds, at most 86400 after "iat".':
      'Tunniste on voimassa yli 24 tuntia (…): anna "exp" sekunteina, enintään 86400 "iat"-ajan jälkeen.',
    'The token\'s "…" must be a number of seconds since 1970.':
      'Tunnisteen "…" pitää olla sekunteja vuodesta 1970.',
    'There is no "aud": the token is meant for any site that knows its key.':
      '"aud" puuttuu: tunniste kelpaa kaikille sivustoille, jotka tuntevat avaimen.',
    '"aud" contains this site\'s id, "…".': '"aud" sisältää tämän sivuston id:n: "…".',
    'The token\'s "aud" must contain this site\'s id, "…", or be left out.':
      'Tunnisteen "aud" pitää sisältää tämän sivuston id ("…") tai jättää pois.',
    'The visitor\'s id is "…".': 'Kävijän id: "…".',
    "Proved as well: ….": "Todistettu myös: ….",
    "No e-mail and no name are given.": "Sähköpostia ja nimeä ei ole annettu.",
    "The identity token is empty.": "Tunniste on tyhjä.",
    "The identity token is not a sound JWT.": "Tunniste ei ole kelvollinen JWT.",
    "The identity token ….": "Tunniste: ….",
    "must have three parts with dots between them, as a signed JWT has":
      "pitää olla kolme osaa pisteillä erotettuna, kuten allekirjoitetussa JWT:ssä",
    'The token names nobody: give the visitor\'s id as "sub".':
      'Tunniste ei nimeä ketään: anna kävijän id kentässä "sub".',
    'The token\'s "sub" and "user_id" must be equal.': 'Tunnisteen "sub" ja "user_id" pitää olla samat.',
    "The token's signature does not match: sign with this site's identity secret, its whole text as the key.":
      "Tunnisteen allekirjoitus ei täsmää: allekirjoita tämän sivuston salaisuudella, sen koko teksti avaimena.",
    "The token's signature does not match the site's public key.":
      "Tunnisteen allekirjoitus ei täsmää sivuston julkiseen avaimeen.",
    "This site has no identity secret for tokens yet: make one in the dashboard and sign with it.":
      "Tällä sivustolla ei ole vielä salaisuutta tunnisteille: luo se hallintapaneelissa ja allekirjoita sillä.",
    "The token's algorithm must be …, but is ….": "Tunnisteen algoritmin pitää olla …, mutta se on ….",
    "This site accepts identity tokens only, no user hashes.":
      "Tämä sivusto hyväksyy vain tunnisteet, ei käyttäjätiivisteitä.",
    "A user id and a user hash.": "Käyttäjän id ja tiiviste.",
    "HMAC-SHA256 of the id, under a secret for user hashes.":
      "Id:n HMAC-SHA256 käyttäjätiivisteiden salaisuudella.",
    "The hash is right.": "Tiiviste on oikein.",
    "Only declared, not proved: ….": "Vain ilmoitettu, ei todistettu: ….",
    "No e-mail and no name are declared.": "Sähköpostia ja nimeä ei ole ilmoitettu.",
    '"user_hash" must be 64 lowercase hexadecimal characters: HMAC-SHA256 of "user_id".':
      '"user_hash" on 64 pientä heksadesimaalimerkkiä: HMAC-SHA256 kentästä "user_id".',
    "This site has no identity secret for user hashes yet: make one in the dashboard.":
      "Tällä sivustolla ei ole vielä salaisuutta käyttäjätiivisteille: luo se hallintapaneelissa.",
    'A proof of identity is missing: give "token", or "user_id" and "user_hash".':
      'Henkilöllisyystodiste puuttuu: anna "token" tai "user_id" ja "user_hash".',
  },
};
