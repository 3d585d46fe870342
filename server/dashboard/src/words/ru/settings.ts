import type { settings as english } from "../en/settings.ts";

/** A site's settings. */
export const settings: typeof english = {
  settings: {
    text: "Как называется сайт и что сказано ассистенту.",
    general: "Общее",
    locale: "Язык по умолчанию",
    localeHint: "Для посетителей, чей язык неизвестен, например en или pt-BR.",
    timeZone: "Часовой пояс",
    timeZoneHint:
      "Где считать «завтра» и «10:30», если браузер посетителя этого не сообщает. Пусто: ассистент спросит дату.",
    instructions: "Указания ассистенту",
    instructionsHint: "Тон, правила и факты. Встроенная модель их не читает.",
    deleteTitle: "Удалить этот сайт",
    deleteText: "Вместе с ним удаляются действия, секреты, беседы и вызовы.",
    delete: "Удалить сайт",
    deleted: (name) => `Сайт «${name}» удалён`,
    deleting: (name) => ({
      title: `Удалить «${name}»?`,
      text: "Виджет сразу перестанет работать на всех страницах. Отменить это нельзя.",
      yes: "Удалить сайт",
    }),
  },
};
