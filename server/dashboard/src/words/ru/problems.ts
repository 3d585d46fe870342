import type { problems as english } from "../en/problems.ts";

/** What the server refuses, by its code, and its sentences: `…` stands for whatever a sentence names there. */
export const problems: typeof english = {
  problems: {
    identity_missing: "Подтверждение личности не дано.",
    identity_malformed: "Подтверждение личности имеет неверную форму.",
    identity_bad_signature: "Подпись подтверждения неверна.",
    identity_expired: "Срок подтверждения истёк или ещё не наступил.",
    identity_too_long_lived: "Подтверждение действует слишком долго.",
    identity_wrong_audience: "Подтверждение предназначено не для этого сайта.",
    identity_wrong_algorithm: "Подтверждение сделано способом, который здесь не принимается.",
    identity_hash_mismatch: "Хеш пользователя не подходит к этому id.",
    invalid_request: "Запрос неверен.",
    unauthorized: "Войдите, пожалуйста.",
    session_expired: "Сеанс завершён.",
    origin_not_allowed: "Этому источнику это не разрешено.",
    csrf_rejected: "Запрос пришёл не из этой панели. Загрузите страницу заново.",
    forbidden: "Ваша роль этого не позволяет.",
    not_found: "Этого здесь нет или уже нет.",
    conflict: "Это не согласуется с тем, что уже есть.",
    approval_gone: "Подтверждение больше не ожидается.",
    payload_too_large: "Это слишком велико.",
    unsupported_media_type: "Сервер не читает содержимое такого вида.",
    rate_limited: "Слишком много сразу. Подождите немного.",
    blocked_address: "К этому адресу обращаться нельзя.",
    internal_error: "Что-то пошло не так на нашей стороне.",
  },
  serverSentences: {
    "This … was changed meanwhile. Read it again, then change it.":
      "За это время его изменили. Откройте заново и внесите правку.",
    'The name "…" is taken.': 'Имя "…" уже занято.',
    '"…" is the last owner who can sign in. Make somebody else an owner first.':
      '"…" — последний владелец, который может войти. Сначала сделайте владельцем кого-нибудь ещё.',
    "Too many failed sign-ins. Please try again in … minutes.":
      "Слишком много неудачных попыток входа. Подождите, минут: ….",
    "That was a lot at once. Please try again in … seconds.": "Слишком много сразу. Подождите, секунд: ….",
    "Name and password do not belong together.": "Имя и пароль не подходят друг к другу.",
    "Please sign in.": "Войдите, пожалуйста.",
    "The current password is not right.": "Текущий пароль неверен.",
    "is not your password": "это не ваш пароль",
    'The password of "…" is set by ERRAND_ADMIN_PASSWORD. Change it there.':
      'Пароль "…" задан в ERRAND_ADMIN_PASSWORD. Измените его там.',
    "Choose a password of your own first.": "Сначала выберите собственный пароль.",
    "Only an owner may change …; your role is ….": "Менять может только владелец: … (ваша роль: …).",
    "only an owner may change this; your role is …": "это может менять только владелец; ваша роль: …",
    'The identifier "…" is taken by another action of this site.':
      'Идентификатор "…" занят другим действием этого сайта.',
    "Enter the credential again: it is bound to the origins and the header it was entered for, and one of them changed.":
      "Введите ключ ещё раз: он привязан к источникам и заголовку, для которых был введён, и один из них изменился.",
    "Enter the key again: it is bound to the vendor and the address it was entered for.":
      "Введите ключ ещё раз: он привязан к поставщику и адресу, для которых был введён.",
    "A base URL needs a model of a vendor, such as compatible:qwen.":
      "Для адреса нужна модель поставщика, например compatible:qwen.",
    'Model: "…" is not a model that this server knows; use ….':
      'Модель: этот сервер не знает "…"; используйте ….',
    'Model: "…" needs an API key or a base URL of the site\'s own.':
      'Модель: для "…" нужен собственный API-ключ или адрес сайта.',
    '"…" needs an API key': 'для "…" нужен API-ключ',
    '"…" needs a base URL, such as https://llm.example.com/v1':
      'для "…" нужен адрес, например https://llm.example.com/v1',
    'A key with the kid "…" is here already: remove it first, or give another kid.':
      'Ключ с kid "…" уже есть: сначала удалите его или укажите другой kid.',
    "must be a JWK, a JSON object": "должен быть JWK, объект JSON",
    "this is a private key, which stays with you: give the public one":
      "это закрытый ключ, он остаётся у вас: укажите открытый",
    'must be one public key in PEM, beginning with "…"':
      'должен быть один открытый ключ в PEM, начиная с "…"',
    "cannot be read as a public key": "не читается как открытый ключ",
    "cannot be read: …": "не читается: …",
    "A site may have … sample conversations, and would have ….":
      "Образцов диалога на сайт, не больше: …, получилось бы: ….",
    "The body is larger than … KB.": "Отправленное слишком велико, предел в КБ: ….",
    "The body is not valid JSON.": "Отправленное — не верный JSON.",
    "This preview has ended. Start another.": "Этот предпросмотр завершён. Начните новый.",
    "The model answered without a word.": "Модель ответила без единого слова.",
    "The model's address could not be reached.": "До адреса модели не удалось дойти.",
    "The vendor answered with status …: …": "Поставщик ответил со статусом …: …",
    "The model did not answer in 30 seconds.": "Модель не ответила за 30 секунд.",
    "The answer was not in the vendor's format.": "Ответ был не в формате поставщика.",
    "The URL is this server's own.": "Это адрес самого этого сервера.",
    "The URL has a port other than 443. …": "Порт адреса не 443. …",
    "The URL's address is refused (…). …": "IP-адрес отклонён (…). …",
    "The URL's name … is refused (…). …": "Имя отклонено: … (…). …",
    "An address of … is refused (…). …": "Адрес этого хоста отклонён: … (…). …",
    "Whoever runs this server may allow it by listing the origin in ERRAND_PRIVATE_ORIGINS.":
      "Кто управляет сервером, может разрешить это, указав источник в ERRAND_PRIVATE_ORIGINS.",
    "Looking up … took too long.": "Поиск имени занял слишком много времени: ….",
    "The name … has no address (…).": "У этого имени нет адреса: … (…).",
    "Connecting to … took too long.": "Соединение устанавливалось слишком долго: ….",
    "No connection to … could be made (…).": "Не удалось соединиться: … (…).",
    "The TLS connection to … failed (…).": "TLS-соединение не удалось: … (…).",
    "… did not answer in … ms.": "… не ответил за отведённое время (мс: …).",
    "The answer is larger than … bytes.": "Ответ слишком велик, предел в байтах: ….",
  },
};
