/** What the server refuses, by its code, and its sentences: `…` stands for whatever a sentence names there. */
export const problems = {
  problems: {
    identity_missing: "No proof of identity was given.",
    identity_malformed: "The proof of identity has the wrong form.",
    identity_bad_signature: "The signature of the proof is not right.",
    identity_expired: "The time of the proof is over or has not come.",
    identity_too_long_lived: "The proof holds for too long.",
    identity_wrong_audience: "The proof is meant for somebody else.",
    identity_wrong_algorithm: "The proof was made in a way that is not accepted here.",
    identity_hash_mismatch: "The user hash does not belong to this id.",
    invalid_request: "The request is not valid.",
    unauthorized: "Please sign in.",
    session_expired: "The session has ended.",
    origin_not_allowed: "This origin may not do this.",
    csrf_rejected: "The request did not come from this dashboard. Load the page again.",
    forbidden: "Your role does not allow this.",
    not_found: "This is not here, or not any more.",
    conflict: "This does not fit what is there already.",
    approval_gone: "The approval is no longer open.",
    payload_too_large: "That is too large.",
    unsupported_media_type: "The server does not read this kind of content.",
    rate_limited: "That was a lot at once. Please wait a little.",
    blocked_address: "This address may not be called.",
    internal_error: "Something went wrong on our side.",
  },
  serverSentences: {
    "This … was changed meanwhile. Read it again, then change it.":
      "This … was changed meanwhile. Read it again, then change it.",
    'The name "…" is taken.': 'The name "…" is taken.',
    '"…" is the last owner who can sign in. Make somebody else an owner first.':
      '"…" is the last owner who can sign in. Make somebody else an owner first.',
    "Too many failed sign-ins. Please try again in … minutes.":
      "Too many failed sign-ins. Please try again in … minutes.",
    "That was a lot at once. Please try again in … seconds.":
      "That was a lot at once. Please try again in … seconds.",
    "Name and password do not belong together.": "Name and password do not belong together.",
    "Please sign in.": "Please sign in.",
    "The current password is not right.": "The current password is not right.",
    "is not your password": "is not your password",
    'The password of "…" is set by ERRAND_ADMIN_PASSWORD. Change it there.':
      'The password of "…" is set by ERRAND_ADMIN_PASSWORD. Change it there.',
    "Choose a password of your own first.": "Choose a password of your own first.",
    "Only an owner may change …; your role is ….": "Only an owner may change …; your role is ….",
    "only an owner may change this; your role is …": "only an owner may change this; your role is …",
    'The identifier "…" is taken by another action of this site.':
      'The identifier "…" is taken by another action of this site.',
    "Enter the credential again: it is bound to the origins and the header it was entered for, and one of them changed.":
      "Enter the credential again: it is bound to the origins and the header it was entered for, and one of them changed.",
    "Enter the key again: it is bound to the vendor and the address it was entered for.":
      "Enter the key again: it is bound to the vendor and the address it was entered for.",
    "A base URL needs a model of a vendor, such as compatible:qwen.":
      "A base URL needs a model of a vendor, such as compatible:qwen.",
    'Model: "…" is not a model that this server knows; use ….':
      'Model: "…" is not a model that this server knows; use ….',
    'Model: "…" needs an API key or a base URL of the site\'s own.':
      'Model: "…" needs an API key or a base URL of the site\'s own.',
    '"…" needs an API key': '"…" needs an API key',
    '"…" needs a base URL, such as https://llm.example.com/v1':
      '"…" needs a base URL, such as https://llm.example.com/v1',
    'A key with the kid "…" is here already: remove it first, or give another kid.':
      'A key with the kid "…" is here already: remove it first, or give another kid.',
    "must be a JWK, a JSON object": "must be a JWK, a JSON object",
    "this is a private key, which stays with you: give the public one":
      "this is a private key, which stays with you: give the public one",
    'must be one public key in PEM, beginning with "…"': 'must be one public key in PEM, beginning with "…"',
    "cannot be read as a public key": "cannot be read as a public key",
    "cannot be read: …": "cannot be read: …",
    "A site may have … sample conversations, and would have ….":
      "A site may have … sample conversations, and would have ….",
    "The body is larger than … KB.": "The body is larger than … KB.",
    "The body is not valid JSON.": "The body is not valid JSON.",
    "This preview has ended. Start another.": "This preview has ended. Start another.",
    "The model answered without a word.": "The model answered without a word.",
    "The model's address could not be reached.": "The model's address could not be reached.",
    "The vendor answered with status …: …": "The vendor answered with status …: …",
    "The model did not answer in 30 seconds.": "The model did not answer in 30 seconds.",
    "The answer was not in the vendor's format.": "The answer was not in the vendor's format.",
    "The URL is this server's own.": "The URL is this server's own.",
    "The URL has a port other than 443. …": "The URL has a port other than 443. …",
    "The URL's address is refused (…). …": "The URL's address is refused (…). …",
    "The URL's name … is refused (…). …": "The URL's name … is refused (…). …",
    "An address of … is refused (…). …": "An address of … is refused (…). …",
    "Whoever runs this server may allow it by listing the origin in ERRAND_PRIVATE_ORIGINS.":
      "Whoever runs this server may allow it by listing the origin in ERRAND_PRIVATE_ORIGINS.",
    "Looking up … took too long.": "Looking up … took too long.",
    "The name … has no address (…).": "The name … has no address (…).",
    "Connecting to … took too long.": "Connecting to … took too long.",
    "No connection to … could be made (…).": "No connection to … could be made (…).",
    "The TLS connection to … failed (…).": "The TLS connection to … failed (…).",
    "… did not answer in … ms.": "… did not answer in … ms.",
    "The answer is larger than … bytes.": "The answer is larger than … bytes.",
  },
};
