import type { actions as english } from "../en/actions.ts";

/** The list of a site's actions. */
export const actions: typeof english = {
  actions: {
    text: "Что ассистент может сделать для посетителя, вызывая ваши API.",
    add: "Новое действие",
    import: "Импорт",
    duplicate: (name) => `Копировать «${name}»`,
    delete: (name) => `Удалить «${name}»`,
    noRuns: "На этой неделе вызовов нет",
    lastRun: (ago) => `последний ${ago}`,
    emptyTitle: "Ассистент пока ничего не умеет",
    emptyText: "Действие — это один вызов вашего API, например поиск заказа.",
    needsIdentity: "Нужна личность",
    asksFirst: "Сначала спрашивает",
    enabled: (name) => `«${name}» включено`,
    turnedOn: (name) => `«${name}» включено`,
    turnedOff: (name) => `«${name}» выключено`,
  },
};
