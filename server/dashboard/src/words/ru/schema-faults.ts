import type { schemaFaults as english } from "../en/schema-faults.ts";

/** What the schemas say of a value, by their English sentence; a quoted text stands as "…". */
export const schemaFaults: typeof english = {
  schemaFaults: {
    "must not be empty": "не должно быть пустым",
    "must be an origin, such as https://shop.example or https://*.shop.example":
      "должен быть источник, например https://shop.example или https://*.shop.example",
    "must be an address such as https://shop.example/logo.png":
      "должен быть адрес вида https://shop.example/logo.png",
    "must be a colour such as #2f6feb": "должен быть цвет вида #2f6feb",
    "must be a host name, such as images.example.com": "должно быть имя хоста, например images.example.com",
    "must be a JSON Pointer, such as /orders": "должен быть JSON Pointer, например /orders",
    "must be a JSON Pointer, such as /status": "должен быть JSON Pointer, например /status",
    "must be a BCP 47 language tag, such as en or pt-BR":
      "должен быть код языка BCP 47, например en или pt-BR",
    "must be a time zone, such as Asia/Baku or Europe/Berlin":
      "должен быть часовой пояс, например Asia/Baku или Europe/Berlin",
    "must be letters, digits, _ or -, not digits alone": "допустимы буквы, цифры, _ и -, но не одни цифры",
    "must be the name of one claim, such as plan":
      "должно быть имя одного утверждения (claim), например plan",
    "needs at least one value": "нужно хотя бы одно значение",
    "must be snake_case: a-z, 0-9 and _, starting with a letter":
      "должно быть в snake_case: a-z, 0-9 и _, начиная с буквы",
    "must say when the assistant should use this action":
      "должно говорить, когда помощнику использовать это действие",
    "must be at most 2,048 characters": "не больше 2048 символов",
    "must not hold a placeholder": "не должно содержать подстановку",
    "needs a webhookUrl or an email": "нужен адрес вебхука или электронная почта",
    "a choice needs at least one option": "для выбора нужен хотя бы один вариант",
    "must be printable ASCII without a space at either end":
      "допустимы печатные символы ASCII без пробелов по краям",
    "a query key must not hold a placeholder": "ключ запроса не должен содержать подстановку",
    "is not well-formed Unicode": "это некорректный Unicode",
    "a form is made of body fields; a JSON template cannot be sent as one":
      "форма состоит из полей тела; шаблон JSON так отправить нельзя",
    "must be an HTTP header name, such as X-Shop": "должно быть имя заголовка HTTP, например X-Shop",
    "must be printable ASCII": "допустимы только печатные символы ASCII",
    "must be scopes parted by single spaces": "должны быть области (scope), разделённые одним пробелом",
    "must be an action's identifier, such as lookup_order":
      "должен быть идентификатор действия, например lookup_order",
    "must not have a space, a backslash or an invisible character; percent-encode it":
      "не должно быть пробела, обратной косой черты или невидимого символа; закодируйте их через %",
    "has no host; write it as https://api.example.com/path":
      "нет имени хоста; напишите как https://api.example.com/path",
    "must not have a placeholder in its host or port": "в хосте и порту подстановка недопустима",
    "must not have a user name or a password; put it under authorization":
      "имени пользователя и пароля здесь быть не должно; укажите их в авторизации",
    "must not have . or .. between slashes": "между косыми чертами не должно быть . или ..",
    "must not have a #fragment: it never reaches a server":
      "#фрагмент недопустим: он никогда не доходит до сервера",
    "must not have a placeholder in a query key": "в ключе запроса подстановка недопустима",
    "has a % that no two hexadecimal digits follow; write it as %25":
      "после % нет двух шестнадцатеричных цифр; напишите его как %25",
    '"…" must start with https://': '"…" должно начинаться с https://',
    '"…" is not a URL': '"…" не является URL',
    '"…" stands twice': '"…" указано дважды',
    '"…" is set by the call itself': '"…" задаёт сам вызов',
    '"…" is the authorization\'s own header': '"…" — собственный заголовок авторизации',
    '"…" is used in the request, so it must be required':
      '"…" используется в запросе, поэтому должно быть обязательным',
  },
};
