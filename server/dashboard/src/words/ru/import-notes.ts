import type { importNotes as english } from "../en/import-notes.ts";

/** By the English sentence; `…` stands for whatever a sentence names there. */
export const importNotes: typeof english = {
  importNotes: {
    "Enter the credential under authorization before you enable the action.":
      "Укажите учётные данные в разделе авторизации, прежде чем включать действие.",
    'The call also needs "…", and an action carries one credential.':
      "Вызову нужно ещё и «…», а действие передаёт только одни учётные данные.",
    'The value of "…" was left out: enter the credential under authorization before you enable the action.':
      "Значение «…» пропущено: укажите учётные данные в разделе авторизации, прежде чем включать действие.",
    "The command's … was left out: enter the credential under authorization before you enable the action.":
      "Из команды убрано: …. Укажите учётные данные в разделе авторизации, прежде чем включать действие.",
    password: "пароль",
    token: "токен",
    "These headers keep the command's values: …. Check that none is secret.":
      "Эти заголовки сохраняют значения из команды: …. Проверьте, что среди них нет секретных.",
    "The command's cookies were left out: actions send none.":
      "Cookie из команды пропущены: действия их не отправляют.",
    "https was put in the place of http: actions call nothing else.":
      "Вместо http поставлено https: другого действия не вызывают.",
    'The query\'s "…" was left out, for it looks like a secret.':
      "Параметр запроса «…» пропущен: он похож на секрет.",
    "The query keeps the command's values of …; where the visitor decides, add a parameter and its placeholder.":
      "Запрос сохраняет значения из команды: …; если их выбирает посетитель, добавьте параметр и его подстановку.",
    "Redirects (-L) are not followed: give the final address.":
      "Перенаправления (-L) не выполняются: укажите конечный адрес.",
    "Certificates are always checked, whatever -k said.":
      "Сертификаты проверяются всегда, что бы ни говорил -k.",
    "The file of -T was left out: actions send no files.":
      "Файл из -T пропущен: действия не отправляют файлы.",
    "Say under “When to use” when the assistant should use this action.":
      "Напишите в поле «Когда применять», когда ассистенту применять это действие.",
    'The content of the file "…" is not known here; add its fields as parameters.':
      "Содержимое файла «…» здесь неизвестно; добавьте его поля как параметры.",
    "The body's values became examples; check each parameter's type and whether it is required.":
      "Значения тела стали примерами; проверьте тип каждого параметра и обязателен ли он.",
    "The command sends a multipart form; the action sends a URL-encoded one, so check that it is taken.":
      "Команда отправляет форму multipart, а действие — URL-кодированную; проверьте, что её принимают.",
    'The file "…" was left out: actions send no files.': "Файл «…» пропущен: действия не отправляют файлы.",
    "The description calls this operation deprecated.": "В описании эта операция названа устаревшей.",
    "Its optional body is not sent: actions send none with ….":
      "Необязательное тело не отправляется: с методом … действия его не передают.",
    "Left out because they are optional: …. To use one, add a required parameter and its placeholder.":
      "Пропущены как необязательные: …. Чтобы использовать, добавьте обязательный параметр и его подстановку.",
    "Always sent with their defaults: ….": "Всегда отправляются со значениями по умолчанию: ….",
    '"…" and … more': '"…" и ещё …',
    '"…" may have … forms; the first was taken, so check its type.':
      "У «…» возможных форм: …; взята первая, проверьте тип.",
    '"…" is a file, which the assistant cannot supply.': "«…» — это файл, ассистент не может его передать.",
    'The default of "…" does not have the type that the description gives it.':
      "Значение «…» по умолчанию не того типа, что указан в описании.",
    "The body may have … forms; the first was taken.": "Возможных форм тела: …; взята первая.",
    "Its optional body (…) is not sent.": "Необязательное тело (…) не отправляется.",
    'The body\'s "identity" is a reserved name and was left out.':
      "«identity» в теле — зарезервированное имя, оно пропущено.",
    'The body\'s "…" is the visitor\'s proved one, when "Send visitor identity" is on; the assistant never fills it.':
      "Когда личность посетителя передаётся, «…» в теле — подтверждённое значение; ассистент его никогда не заполняет.",
    '"…" is encoded text; check what it holds.': "«…» — закодированный текст; проверьте, что в нём.",
    '"…" looks like a secret, and no visitor should be asked for one.':
      "«…» похоже на секрет, а посетителей о секретах не спрашивают.",
    '"…" is filled in here by the assistant; where the visitor\'s own is meant, use ….':
      "«…» здесь заполняет ассистент; если нужно значение самого посетителя, используйте ….",
    "{{identity.sub}} with a verified identity": "{{identity.sub}} с подтверждённой личностью",
    '"…" is a list or an object; here it is text, written with commas.':
      "«…» — список или объект; здесь это текст через запятую.",
    'The call … the cookie "…", and no cookie is ever sent.':
      "Вызову … cookie «…», а cookie никогда не отправляются.",
    needs: "нужен",
    "may have": "может понадобиться",
    'The call needs "…", a way to authorize that actions do not have.':
      "Вызову нужен способ авторизации «…», которого у действий нет.",
    'The key "…" goes into the …; actions send theirs in a header only.':
      "Место ключа «…»: …; действия передают ключ только в заголовке.",
    "an unknown place": "неизвестно",
    'Enter the OAuth client\'s id in place of "your-client-id". …':
      "Впишите идентификатор клиента OAuth вместо «your-client-id». …",
    "The call needs a token of …, which every visitor would have to sign in for; a token of your own, entered under authorization, speaks for all of them.":
      "Вызову нужен токен …, ради которого пришлось бы входить каждому посетителю; ваш собственный токен, указанный в авторизации, действует за всех.",
    "The description gives an http address; https was put in its place, as actions call nothing else.":
      "В описании адрес http; он заменён на https, потому что другого действия не вызывают.",
    'The server\'s "…" is "…", the description\'s default.':
      "«…» сервера равно «…»: это значение по умолчанию из описания.",
    "Its body is neither JSON nor a URL-encoded form.": "Его тело — не JSON и не URL-кодированная форма.",
    "It needs a body, and actions send none with ….":
      "Ему нужно тело, а действия не передают его с методом ….",
    "Actions do not use the method ….": "Действия не используют метод ….",
    '"…" is a list of lists.': "«…» — список списков.",
    "Its schemas lead to too many others.": "Его схемы ведут к слишком многим другим.",
    '"…" refers to itself.': "«…» ссылается на себя.",
    'It refers to "…", and other documents are not fetched.':
      "Оно ссылается на «…», а другие документы не загружаются.",
    'It refers to "…", which the document does not have.': "Оно ссылается на «…», чего в документе нет.",
    "Its form has no fields that the description names.": "В его форме нет полей, названных в описании.",
    "Its body is …; only JSON and URL-encoded forms are sent.":
      "Его тело: …; отправляются только JSON и URL-кодированные формы.",
    "not described": "не описано",
    'The query\'s "…" is an object.': "«…» в запросе — объект.",
    "Its schemas nest deeper than … levels.": "Его схемы вложены глубже, чем на … уровней.",
    "The description names no server by an https address.": "В описании нет сервера с адресом https.",
    "/…: …": "/…: …",
  },
};
