import type { identitySentences as english } from "../en/identity-sentences.ts";

/** What the check of a proof says, by its English sentences: `…` stands for whatever a sentence names there. */
export const identitySentences: typeof english = {
  identitySentences: {
    "Not judged: the token cannot be read.": "Yoxlanmayıb: token oxuna bilmir.",
    "Not judged: the proof cannot be read.": "Yoxlanmayıb: sübut oxuna bilmir.",
    "Not judged.": "Yoxlanmayıb.",
    "A user hash proves the id alone, and has no times.":
      "İstifadəçi heşi yalnız id-ni sübut edir və vaxtı yoxdur.",
    "A signed JWT of … bytes.": "İmzalı JWT, bayt: ….",
    "…, which is the key's own.": "…, açarın özününkü.",
    'There is no "kid": tried with ….': '"kid" yoxdur, yoxlanan: ….',
    '"kid" names ….': '"kid" göstərir: ….',
    "one key": "bir açar",
    "… keys": "açarlar: …",
    "Signed with the ….": "İmzalayan: ….",
    "identity secret …": "kimlik sirri …",
    "public key …": "açıq açar …",
    "Ends ….": "Bitir: ….",
    "Holds since ….": "Qüvvədədir: ….",
    "Lives …; at most 24 hours are allowed.": "Müddəti: …; ən çoxu 24 saatdır.",
    "… from now": "…, indidən",
    '… from its "iat"': '…, "iat" vaxtından',
    "in … (… UTC)": "… sonra (… UTC)",
    "… ago (… UTC)": "… əvvəl (… UTC)",
    "… days": "… gün",
    "… day": "… gün",
    "… hours": "… saat",
    "… hour": "… saat",
    "… minutes": "… dəq",
    "… minute": "… dəq",
    "… seconds": "… san",
    "… second": "… san",
    'The token\'s "exp" is required.': 'Tokendə "exp" olmalıdır.',
    'The token\'s "exp" has passed: sign a fresh one.': 'Tokenin "exp" vaxtı keçib: təzəsini imzalayın.',
    'There is no "nbf": the token holds from the start.': '"nbf" yoxdur: token əvvəldən qüvvədədir.',
    'The token\'s "nbf" lies in the future: it is not valid yet.':
      'Tokenin "nbf" vaxtı gələcəkdədir: hələ qüvvədə deyil.',
    'The token\'s "iat" lies in the future: give seconds since 1970, by a clock that is right.':
      'Tokenin "iat" vaxtı gələcəkdədir: düzgün saatla 1970-ci ildən keçən saniyələri verin.',
    'The token lives longer than 24 hours (…): give "exp" in seconds, at most 86400 after "iat".':
      'Tokenin müddəti 24 saatdan çoxdur (…): "exp"-i saniyə ilə verin, "iat"-dan ən çox 86400 sonra.',
    'The token\'s "…" must be a number of seconds since 1970.':
      'Tokendə "…" 1970-ci ildən keçən saniyələrin sayı olmalıdır.',
    'There is no "aud": the token is meant for any site that knows its key.':
      '"aud" yoxdur: token açarını tanıyan istənilən sayt üçündür.',
    '"aud" contains this site\'s id, "…".': '"aud" bu saytın id-sini ehtiva edir: "…".',
    'The token\'s "aud" must contain this site\'s id, "…", or be left out.':
      'Tokenin "aud" sahəsi bu saytın id-sini ("…") ehtiva etməli və ya olmamalıdır.',
    'The visitor\'s id is "…".': 'Ziyarətçinin id-si: "…".',
    "Proved as well: ….": "Həmçinin sübut olunub: ….",
    "No e-mail and no name are given.": "E-poçt və ad verilməyib.",
    "The identity token is empty.": "Kimlik tokeni boşdur.",
    "The identity token is not a sound JWT.": "Kimlik tokeni düzgün JWT deyil.",
    "The identity token ….": "Kimlik tokeni: ….",
    "must have three parts with dots between them, as a signed JWT has":
      "imzalı JWT kimi nöqtələrlə ayrılan üç hissədən ibarət olmalıdır",
    'The token names nobody: give the visitor\'s id as "sub".':
      'Token heç kimi göstərmir: ziyarətçinin id-sini "sub" kimi verin.',
    'The token\'s "sub" and "user_id" must be equal.': 'Tokendə "sub" və "user_id" eyni olmalıdır.',
    "The token's signature does not match: sign with this site's identity secret, its whole text as the key.":
      "Tokenin imzası uyğun gəlmir: bu saytın kimlik sirri ilə imzalayın, bütün mətni açar kimi.",
    "The token's signature does not match the site's public key.":
      "Tokenin imzası saytın açıq açarına uyğun gəlmir.",
    "This site has no identity secret for tokens yet: make one in the dashboard and sign with it.":
      "Bu saytın tokenlər üçün kimlik sirri hələ yoxdur: paneldə yaradın və onunla imzalayın.",
    "The token's algorithm must be …, but is ….": "Tokenin alqoritmi olmalıdır: …, amma budur: ….",
    "This site accepts identity tokens only, no user hashes.":
      "Bu sayt yalnız kimlik tokenlərini qəbul edir, istifadəçi heşlərini yox.",
    "A user id and a user hash.": "İstifadəçi id-si və heşi.",
    "HMAC-SHA256 of the id, under a secret for user hashes.":
      "id-nin HMAC-SHA256 dəyəri, istifadəçi heşləri üçün sirr ilə.",
    "The hash is right.": "Heş düzgündür.",
    "Only declared, not proved: ….": "Yalnız bildirilib, sübut olunmayıb: ….",
    "No e-mail and no name are declared.": "E-poçt və ad bildirilməyib.",
    '"user_hash" must be 64 lowercase hexadecimal characters: HMAC-SHA256 of "user_id".':
      '"user_hash" 64 kiçik onaltılıq simvol olmalıdır: "user_id"-nin HMAC-SHA256 dəyəri.',
    "This site has no identity secret for user hashes yet: make one in the dashboard.":
      "Bu saytın istifadəçi heşləri üçün kimlik sirri hələ yoxdur: paneldə yaradın.",
    'A proof of identity is missing: give "token", or "user_id" and "user_hash".':
      'Kimlik sübutu yoxdur: "token" və ya "user_id" ilə "user_hash" verin.',
  },
};
