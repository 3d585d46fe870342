import type { sites as english } from "../en/sites.ts";

/** The list of sites, and the parts of one. */
export const sites: typeof english = {
  sites: {
    title: "Сайты",
    text: "У каждого сайта свой виджет, действия и настройки.",
    add: "Новый сайт",
    emptyTitle: "Сайтов пока нет",
    emptyText: "Сайт — это место, где посетители встречают ассистента, например ваш магазин.",
    newTitle: "Новый сайт",
    name: "Название",
    nameHint: "Посетители видят его вверху чата.",
    origin: "Адрес ваших страниц",
    originHint: "Виджет могут показывать только страницы с этого адреса. Другие можно добавить позже.",
    create: "Создать сайт",
    made: (name) => `Сайт «${name}» создан`,
    origins: (first, others) => (others > 0 ? `${first} и ещё ${others}` : first),
    noOrigins: "Адреса пока нет",
  },
  site: {
    nav: "Сайт",
    unnamed: "Сайт",
    parts: {
      start: "Первые шаги",
      actions: "Действия",
      try: "Проба",
      appearance: "Внешний вид",
      install: "Установка",
      identity: "Личность",
      conversations: "Беседы",
      visitors: "Посетители",
      runs: "Вызовы",
      settings: "Настройки",
    },
  },
};
