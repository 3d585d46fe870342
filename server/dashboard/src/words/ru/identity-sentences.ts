import type { identitySentences as english } from "../en/identity-sentences.ts";

/** What the check of a proof says, by its English sentences: `…` stands for whatever a sentence names there. */
export const identitySentences: typeof english = {
  identitySentences: {
    "Not judged: the token cannot be read.": "Не проверено: токен не читается.",
    "Not judged: the proof cannot be read.": "Не проверено: подтверждение не читается.",
    "Not judged.": "Не проверено.",
    "A user hash proves the id alone, and has no times.":
      "Хеш пользователя подтверждает только id и не имеет срока.",
    "A signed JWT of … bytes.": "Подписанный JWT, байт: ….",
    "…, which is the key's own.": "…, собственный алгоритм ключа.",
    'There is no "kid": tried with ….': 'Нет "kid", проверено: ….',
    '"kid" names ….': '"kid" указывает: ….',
    "one key": "один ключ",
    "… keys": "ключей: …",
    "Signed with the ….": "Подписано: ….",
    "identity secret …": "секрет личности …",
    "public key …": "открытый ключ …",
    "Ends ….": "Истекает: ….",
    "Holds since ….": "Действует: ….",
    "Lives …; at most 24 hours are allowed.": "Срок: …; не больше 24 часов.",
    "… from now": "…, считая от сейчас",
    '… from its "iat"': '…, считая от "iat"',
    "in … (… UTC)": "через … (… UTC)",
    "… ago (… UTC)": "… назад (… UTC)",
    "… days": "… дн.",
    "… day": "… дн.",
    "… hours": "… ч",
    "… hour": "… ч",
    "… minutes": "… мин",
    "… minute": "… мин",
    "… seconds": "… с",
    "… second": "… с",
    'The token\'s "exp" is required.': 'В токене нужен "exp".',
    'The token\'s "exp" has passed: sign a fresh one.': '"exp" токена прошёл: подпишите новый.',
    'There is no "nbf": the token holds from the start.': 'Нет "nbf": токен действует с самого начала.',
    'The token\'s "nbf" lies in the future: it is not valid yet.':
      '"nbf" токена в будущем: он ещё не действует.',
    'The token\'s "iat" lies in the future: give seconds since 1970, by a clock that is right.':
      '"iat" токена в будущем: укажите секунды с 1970 года по верным часам.',
    'The token lives longer than 24 hours (…): give "exp" in seconds, at most 86400 after "iat".':
      'Токен действует дольше 24 часов (…): укажите "exp" в секундах, не больше 86400 после "iat".',
    'The token\'s "…" must be a number of seconds since 1970.': '"…" токена — это число секунд с 1970 года.',
    'There is no "aud": the token is meant for any site that knows its key.':
      'Нет "aud": токен годится для любого сайта, знающего ключ.',
    '"aud" contains this site\'s id, "…".': '"aud" содержит id этого сайта: "…".',
    'The token\'s "aud" must contain this site\'s id, "…", or be left out.':
      '"aud" токена должен содержать id этого сайта ("…") или отсутствовать.',
    'The visitor\'s id is "…".': 'id посетителя: "…".',
    "Proved as well: ….": "Также подтверждено: ….",
    "No e-mail and no name are given.": "E-mail и имя не указаны.",
    "The identity token is empty.": "Токен личности пуст.",
    "The identity token is not a sound JWT.": "Токен личности — не верный JWT.",
    "The identity token ….": "Токен личности: ….",
    "must have three parts with dots between them, as a signed JWT has":
      "должен состоять из трёх частей через точку, как подписанный JWT",
    'The token names nobody: give the visitor\'s id as "sub".':
      'Токен никого не называет: укажите id посетителя в "sub".',
    'The token\'s "sub" and "user_id" must be equal.': '"sub" и "user_id" токена должны совпадать.',
    "The token's signature does not match: sign with this site's identity secret, its whole text as the key.":
      "Подпись токена не подходит: подпишите секретом личности этого сайта, ключ — весь его текст.",
    "The token's signature does not match the site's public key.":
      "Подпись токена не подходит к открытому ключу сайта.",
    "This site has no identity secret for tokens yet: make one in the dashboard and sign with it.":
      "У этого сайта ещё нет секрета для токенов: создайте его в панели и подписывайте им.",
    "The token's algorithm must be …, but is ….": "Алгоритм токена должен быть …, а он ….",
    "This site accepts identity tokens only, no user hashes.":
      "Этот сайт принимает только токены личности, не хеши пользователя.",
    "A user id and a user hash.": "id пользователя и его хеш.",
    "HMAC-SHA256 of the id, under a secret for user hashes.": "HMAC-SHA256 от id под секретом для хешей.",
    "The hash is right.": "Хеш верен.",
    "Only declared, not proved: ….": "Только заявлено, не подтверждено: ….",
    "No e-mail and no name are declared.": "E-mail и имя не заявлены.",
    '"user_hash" must be 64 lowercase hexadecimal characters: HMAC-SHA256 of "user_id".':
      '"user_hash" — 64 строчных шестнадцатеричных символа: HMAC-SHA256 от "user_id".',
    "This site has no identity secret for user hashes yet: make one in the dashboard.":
      "У этого сайта ещё нет секрета для хешей: создайте его в панели.",
    'A proof of identity is missing: give "token", or "user_id" and "user_hash".':
      'Нет подтверждения личности: укажите "token" или "user_id" и "user_hash".',
  },
};
