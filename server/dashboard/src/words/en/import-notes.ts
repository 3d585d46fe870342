/** What an import says of its drafts, by its English sentences: `…` stands for whatever a sentence names there. */
export const importNotes = {
  importNotes: {
    "Enter the credential under authorization before you enable the action.":
      "Enter the credential under authorization before you enable the action.",
    'The call also needs "…", and an action carries one credential.':
      'The call also needs "…", and an action carries one credential.',
    'The value of "…" was left out: enter the credential under authorization before you enable the action.':
      'The value of "…" was left out: enter the credential under authorization before you enable the action.',
    "The command's … was left out: enter the credential under authorization before you enable the action.":
      "The command's … was left out: enter the credential under authorization before you enable the action.",
    password: "password",
    token: "token",
    "These headers keep the command's values: …. Check that none is secret.":
      "These headers keep the command's values: …. Check that none is secret.",
    "The command's cookies were left out: actions send none.":
      "The command's cookies were left out: actions send none.",
    "https was put in the place of http: actions call nothing else.":
      "https was put in the place of http: actions call nothing else.",
    'The query\'s "…" was left out, for it looks like a secret.':
      'The query\'s "…" was left out, for it looks like a secret.',
    "The query keeps the command's values of …; where the visitor decides, add a parameter and its placeholder.":
      "The query keeps the command's values of …; where the visitor decides, add a parameter and its placeholder.",
    "Redirects (-L) are not followed: give the final address.":
      "Redirects (-L) are not followed: give the final address.",
    "Certificates are always checked, whatever -k said.":
      "Certificates are always checked, whatever -k said.",
    "The file of -T was left out: actions send no files.":
      "The file of -T was left out: actions send no files.",
    "Say under “When to use” when the assistant should use this action.":
      "Say under “When to use” when the assistant should use this action.",
    'The content of the file "…" is not known here; add its fields as parameters.':
      'The content of the file "…" is not known here; add its fields as parameters.',
    "The body's values became examples; check each parameter's type and whether it is required.":
      "The body's values became examples; check each parameter's type and whether it is required.",
    "The command sends a multipart form; the action sends a URL-encoded one, so check that it is taken.":
      "The command sends a multipart form; the action sends a URL-encoded one, so check that it is taken.",
    'The file "…" was left out: actions send no files.': 'The file "…" was left out: actions send no files.',
    "The description calls this operation deprecated.": "The description calls this operation deprecated.",
    "Its optional body is not sent: actions send none with ….":
      "Its optional body is not sent: actions send none with ….",
    "Left out because they are optional: …. To use one, add a required parameter and its placeholder.":
      "Left out because they are optional: …. To use one, add a required parameter and its placeholder.",
    "Always sent with their defaults: ….": "Always sent with their defaults: ….",
    '"…" and … more': '"…" and … more',
    '"…" may have … forms; the first was taken, so check its type.':
      '"…" may have … forms; the first was taken, so check its type.',
    '"…" is a file, which the assistant cannot supply.': '"…" is a file, which the assistant cannot supply.',
    'The default of "…" does not have the type that the description gives it.':
      'The default of "…" does not have the type that the description gives it.',
    "The body may have … forms; the first was taken.": "The body may have … forms; the first was taken.",
    "Its optional body (…) is not sent.": "Its optional body (…) is not sent.",
    'The body\'s "identity" is a reserved name and was left out.':
      'The body\'s "identity" is a reserved name and was left out.',
    'The body\'s "…" is the visitor\'s proved one, when "Send visitor identity" is on; the assistant never fills it.':
      'The body\'s "…" is the visitor\'s proved one, when "Send visitor identity" is on; the assistant never fills it.',
    '"…" is encoded text; check what it holds.': '"…" is encoded text; check what it holds.',
    '"…" looks like a secret, and no visitor should be asked for one.':
      '"…" looks like a secret, and no visitor should be asked for one.',
    '"…" is filled in here by the assistant; where the visitor\'s own is meant, use ….':
      '"…" is filled in here by the assistant; where the visitor\'s own is meant, use ….',
    "{{identity.sub}} with a verified identity": "{{identity.sub}} with a verified identity",
    '"…" is a list or an object; here it is text, written with commas.':
      '"…" is a list or an object; here it is text, written with commas.',
    'The call … the cookie "…", and no cookie is ever sent.':
      'The call … the cookie "…", and no cookie is ever sent.',
    needs: "needs",
    "may have": "may have",
    'The call needs "…", a way to authorize that actions do not have.':
      'The call needs "…", a way to authorize that actions do not have.',
    'The key "…" goes into the …; actions send theirs in a header only.':
      'The key "…" goes into the …; actions send theirs in a header only.',
    "an unknown place": "an unknown place",
    'Enter the OAuth client\'s id in place of "your-client-id". …':
      'Enter the OAuth client\'s id in place of "your-client-id". …',
    "The call needs a token of …, which every visitor would have to sign in for; a token of your own, entered under authorization, speaks for all of them.":
      "The call needs a token of …, which every visitor would have to sign in for; a token of your own, entered under authorization, speaks for all of them.",
    "The description gives an http address; https was put in its place, as actions call nothing else.":
      "The description gives an http address; https was put in its place, as actions call nothing else.",
    'The server\'s "…" is "…", the description\'s default.':
      'The server\'s "…" is "…", the description\'s default.',
    "Its body is neither JSON nor a URL-encoded form.": "Its body is neither JSON nor a URL-encoded form.",
    "It needs a body, and actions send none with ….": "It needs a body, and actions send none with ….",
    "Actions do not use the method ….": "Actions do not use the method ….",
    '"…" is a list of lists.': '"…" is a list of lists.',
    "Its schemas lead to too many others.": "Its schemas lead to too many others.",
    '"…" refers to itself.': '"…" refers to itself.',
    'It refers to "…", and other documents are not fetched.':
      'It refers to "…", and other documents are not fetched.',
    'It refers to "…", which the document does not have.':
      'It refers to "…", which the document does not have.',
    "Its form has no fields that the description names.":
      "Its form has no fields that the description names.",
    "Its body is …; only JSON and URL-encoded forms are sent.":
      "Its body is …; only JSON and URL-encoded forms are sent.",
    "not described": "not described",
    'The query\'s "…" is an object.': 'The query\'s "…" is an object.',
    "Its schemas nest deeper than … levels.": "Its schemas nest deeper than … levels.",
    "The description names no server by an https address.":
      "The description names no server by an https address.",
    "/…: …": "/…: …",
  },
};
