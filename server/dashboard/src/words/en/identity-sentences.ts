/** What the check of a proof says, by its English sentences: `…` stands for whatever a sentence names there. */
export const identitySentences = {
  identitySentences: {
    "Not judged: the token cannot be read.": "Not judged: the token cannot be read.",
    "Not judged: the proof cannot be read.": "Not judged: the proof cannot be read.",
    "Not judged.": "Not judged.",
    "A user hash proves the id alone, and has no times.":
      "A user hash proves the id alone, and has no times.",
    "A signed JWT of … bytes.": "A signed JWT of … bytes.",
    "…, which is the key's own.": "…, which is the key's own.",
    'There is no "kid": tried with ….': 'There is no "kid": tried with ….',
    '"kid" names ….': '"kid" names ….',
    "one key": "one key",
    "… keys": "… keys",
    "Signed with the ….": "Signed with the ….",
    "identity secret …": "identity secret …",
    "public key …": "public key …",
    "Ends ….": "Ends ….",
    "Holds since ….": "Holds since ….",
    "Lives …; at most 24 hours are allowed.": "Lives …; at most 24 hours are allowed.",
    "… from now": "… from now",
    '… from its "iat"': '… from its "iat"',
    "in … (… UTC)": "in … (… UTC)",
    "… ago (… UTC)": "… ago (… UTC)",
    "… days": "… days",
    "… day": "… day",
    "… hours": "… hours",
    "… hour": "… hour",
    "… minutes": "… minutes",
    "… minute": "… minute",
    "… seconds": "… seconds",
    "… second": "… second",
    'The token\'s "exp" is required.': 'The token\'s "exp" is required.',
    'The token\'s "exp" has passed: sign a fresh one.': 'The token\'s "exp" has passed: sign a fresh one.',
    'There is no "nbf": the token holds from the start.':
      'There is no "nbf": the token holds from the start.',
    'The token\'s "nbf" lies in the future: it is not valid yet.':
      'The token\'s "nbf" lies in the future: it is not valid yet.',
    'The token\'s "iat" lies in the future: give seconds since 1970, by a clock that is right.':
      'The token\'s "iat" lies in the future: give seconds since 1970, by a clock that is right.',
    'The token lives longer than 24 hours (…): give "exp" in seconds, at most 86400 after "iat".':
      'The token lives longer than 24 hours (…): give "exp" in seconds, at most 86400 after "iat".',
    'The token\'s "…" must be a number of seconds since 1970.':
      'The token\'s "…" must be a number of seconds since 1970.',
    'There is no "aud": the token is meant for any site that knows its key.':
      'There is no "aud": the token is meant for any site that knows its key.',
    '"aud" contains this site\'s id, "…".': '"aud" contains this site\'s id, "…".',
    'The token\'s "aud" must contain this site\'s id, "…", or be left out.':
      'The token\'s "aud" must contain this site\'s id, "…", or be left out.',
    'The visitor\'s id is "…".': 'The visitor\'s id is "…".',
    "Proved as well: ….": "Proved as well: ….",
    "No e-mail and no name are given.": "No e-mail and no name are given.",
    "The identity token is empty.": "The identity token is empty.",
    "The identity token is not a sound JWT.": "The identity token is not a sound JWT.",
    "The identity token ….": "The identity token ….",
    "must have three parts with dots between them, as a signed JWT has":
      "must have three parts with dots between them, as a signed JWT has",
    'The token names nobody: give the visitor\'s id as "sub".':
      'The token names nobody: give the visitor\'s id as "sub".',
    'The token\'s "sub" and "user_id" must be equal.': 'The token\'s "sub" and "user_id" must be equal.',
    "The token's signature does not match: sign with this site's identity secret, its whole text as the key.":
      "The token's signature does not match: sign with this site's identity secret, its whole text as the key.",
    "The token's signature does not match the site's public key.":
      "The token's signature does not match the site's public key.",
    "This site has no identity secret for tokens yet: make one in the dashboard and sign with it.":
      "This site has no identity secret for tokens yet: make one in the dashboard and sign with it.",
    "The token's algorithm must be …, but is ….": "The token's algorithm must be …, but is ….",
    "This site accepts identity tokens only, no user hashes.":
      "This site accepts identity tokens only, no user hashes.",
    "A user id and a user hash.": "A user id and a user hash.",
    "HMAC-SHA256 of the id, under a secret for user hashes.":
      "HMAC-SHA256 of the id, under a secret for user hashes.",
    "The hash is right.": "The hash is right.",
    "Only declared, not proved: ….": "Only declared, not proved: ….",
    "No e-mail and no name are declared.": "No e-mail and no name are declared.",
    '"user_hash" must be 64 lowercase hexadecimal characters: HMAC-SHA256 of "user_id".':
      '"user_hash" must be 64 lowercase hexadecimal characters: HMAC-SHA256 of "user_id".',
    "This site has no identity secret for user hashes yet: make one in the dashboard.":
      "This site has no identity secret for user hashes yet: make one in the dashboard.",
    'A proof of identity is missing: give "token", or "user_id" and "user_hash".':
      'A proof of identity is missing: give "token", or "user_id" and "user_hash".',
  },
};
