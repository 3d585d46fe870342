import type { testing as english } from "../en/testing.ts";
import { createPlural } from "../plural.ts";

const plural = createPlural("ru");

/** Test runs, their outcomes and what went over the wire. */
export const testing: typeof english = {
  test: {
    title: "Тест",
    mode: "Что сделать с тем, что на этой странице",
    useAnswer: "Взять из этого ответа поля и карточку",
    used: "Поля ответа и карточка заполнены. Посмотрите раздел «Ответ».",
    text: "Выполняет то, что на этой странице, сохранено оно или нет, так же, как для посетителя.",
    samples: "Примеры значений",
    oneALine: "По одному в строке.",
    visitor: "Посетитель",
    verification: "Доказан",
    anonymous: "Аноним",
    claims: "Утверждения в JSON",
    claimsHint: "Что сказал бы токен, кроме user_id.",
    locale: "Язык",
    dryRun: "Без отправки",
    dryRunHint: "Показывает запрос, не отправляя его.",
    run: "Запустить тест",
    running: "Выполняется…",
    result: "Результат",
    dryOk: "Запрос в порядке. Он не был отправлен.",
    notYet: "Прежде чем запускать, нужно исправить некоторые поля.",
  },
  outcomes: {
    ok: { title: "OK", advice: "" },
    remote_error: {
      title: "Отказ",
      advice: "API ответил ошибкой. Причина — в статусе и теле ответа.",
    },
    timeout: {
      title: "Время вышло",
      advice: "Полный ответ не пришёл вовремя. Ускорьте API или дайте больше секунд.",
    },
    too_large: { title: "Слишком большой", advice: "Ответ больше 1 МБ. Пусть API отвечает короче." },
    blocked_address: {
      title: "Адрес заблокирован",
      advice: "Адрес внутренний или не разрешён. Оператор может разрешить его через ERRAND_PRIVATE_ORIGINS.",
    },
    blocked_redirect: {
      title: "Перенаправление",
      advice: "Перенаправления не выполняются. Введите адрес, на который перенаправляет API.",
    },
    tls_error: {
      title: "Ошибка TLS",
      advice: "Сертификату нельзя доверять. Проверьте имя, срок и цепочку.",
    },
    network_error: {
      title: "Недоступен",
      advice: "Соединиться не удалось. Проверьте имя хоста и работает ли API.",
    },
    invalid_arguments: {
      title: "Неверное значение",
      advice: "Значение не подходит параметру. Проверьте тип и то, что обязательные заданы.",
    },
    identity_required: {
      title: "Нужна личность",
      advice:
        "Этому действию нужен посетитель, доказанный через JWT, с утверждениями, которые оно использует.",
    },
    not_approved: { title: "Не подтверждено", advice: "Посетитель не подтвердил вызов." },
    definition_error: {
      title: "Неверное описание",
      advice: "В таком виде действие выполнить нельзя. Проверьте запрос и ключ.",
    },
  },
  exchange: {
    request: "Отправленный запрос",
    response: "Ответ",
    headers: (count) =>
      plural(count, {
        one: `${count} заголовок`,
        few: `${count} заголовка`,
        other: `${count} заголовков`,
      }),
    requestBody: "Тело запроса",
    responseBody: "Тело ответа",
    noBody: "Тела нет",
    noRequest: "Ни один запрос не покинул сервер.",
    noResponse: "Ответ не пришёл.",
    truncated: "Остальное отрезано.",
    reason: (status) =>
      status < 300 ? "Успешно" : status < 400 ? "Перенаправление" : status < 500 ? "Отказ" : "Ошибка сервера",
  },
};
