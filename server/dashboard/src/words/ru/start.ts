import type { firstSteps as english } from "../en/start.ts";
import { createPlural } from "../plural.ts";

const plural = createPlural("ru");

/** The first steps with a new site. */
export const firstSteps: typeof english = {
  start: {
    text: "От пустого сайта до ассистента, который делает дела.",
    progress: (done, all) => `Сделано шагов: ${done} из ${all}`,
    whole: "Всё готово.",
    done: "(сделано)",
    open: "(ещё не сделано)",
    seen: (ago) => `Замечено ${ago}`,
    seenAt: (what, ago) => `${what}, ${ago}`,
    password: "Всё ещё входите с паролем, который был напечатан при первом запуске?",
    changePassword: "Выберите свой",
    addOrigin: "Добавить адрес",
    proveVisitors: "Создать секрет",
    makeAction: "Создать действие",
    steps: {
      origin: {
        title: "Укажите, где может стоять виджет",
        text: "Показывать его могут только страницы разрешённых вами адресов.",
      },
      script: {
        title: "Поставьте скрипт на страницу",
        text: "Вставьте это перед концом body. Шаг отметится, как только страница загрузит скрипт.",
      },
      identity: {
        title: "Докажите, кто посетитель",
        text: "Ваш сервер подписывает токен, страница передаёт его. Отмечается первым верным доказательством.",
      },
      action: {
        title: "Проверьте действие",
        text: "Опишите один вызов вашего API и запустите тест. Отмечается первым удачным тестом.",
      },
      conversation: {
        title: "Проведите первую беседу",
        text: "Попросите о чём-нибудь виджет на своей странице. При желании сначала попробуйте здесь.",
      },
    },
  },
  importing: {
    title: "Импорт действий",
    text: "Черновики из готового описания вашего API. Ничего не сохраняется, пока вы не посмотрите.",
    from: "Откуда",
    kinds: { openapi: "Документ OpenAPI", address: "Адрес OpenAPI", curl: "Команда cURL" },
    document: "Документ",
    documentHint: "JSON или YAML, версия 2 или 3.",
    file: "Выберите файл",
    address: "Адрес документа",
    addressHint: "Только https. Его загружает этот сервер.",
    command: "Команда",
    commandHint: "Как её копируют инструменты разработчика в браузере. Ключи из неё не переносятся.",
    read: "Прочитать",
    reading: "Чтение…",
    found: (count) =>
      plural(count, {
        one: `Найден ${count} черновик`,
        few: `Найдено ${count} черновика`,
        other: `Найдено ${count} черновиков`,
      }),
    foundText: "Отметьте, что добавить. Добавленные действия выключены, пока вы их не включите.",
    none: "Действие из этого не получится.",
    all: "Отметить все",
    tick: (name) => `Добавить «${name}»`,
    open: "Открыть",
    notes: (count) => `Что проверить: ${count}`,
    skipped: (count) => `Пропущено: ${count}`,
    add: (count) =>
      plural(count, {
        one: `Добавить ${count} действие`,
        few: `Добавить ${count} действия`,
        other: `Добавить ${count} действий`,
      }),
    added: (count) =>
      plural(count, {
        one: `Добавлено ${count} действие`,
        few: `Добавлено ${count} действия`,
        other: `Добавлено ${count} действий`,
      }),
    isAdded: "Добавлено",
  },
};
