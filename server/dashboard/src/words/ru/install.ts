import type { install as english } from "../en/install.ts";

/** How the widget comes onto the owner's pages. */
export const install: typeof english = {
  install: {
    text: "Одна строка на ваших страницах и доказательство того, кто вошёл.",
    tagTitle: "Тег скрипта",
    tagText: "Вставьте его перед концом body на каждой странице, где нужен виджет.",
    originsTitle: "Разрешённые адреса",
    originsText:
      "Виджет работает только на страницах этих адресов. https://*.example.com разрешает все поддомены.",
    noOrigins: "Пока не разрешён ни один адрес, поэтому виджет нигде не работает.",
    origin: (number) => `Адрес ${number}`,
    addOrigin: "Добавить адрес",
    removeOrigin: (origin) => `Удалить ${origin || "этот адрес"}`,
    identifyTitle: "Сообщите, кто вошёл",
    identifyText:
      "Без доказательства каждый посетитель анонимен, и действия, которым нужна личность, скрыты.",
    proof: "Доказательство",
    proofHints: {
      jwt: "Рекомендуется. Доказывает всё, что утверждает, и истекает.",
      user_hash: "Доказывает только id пользователя и не истекает.",
    },
    language: "Язык",
    onServer: "На вашем сервере",
    onPage: "На странице, над тегом скрипта",
    guide: "Читать руководство целиком",
  },
};
