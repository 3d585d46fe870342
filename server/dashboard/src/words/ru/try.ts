import type { trying as english } from "../en/try.ts";
import { createPlural } from "../plural.ts";

const plural = createPlural("ru");

/** Trying the assistant out in the real widget. */
export const trying: typeof english = {
  try: {
    title: "Проба",
    text: "Поговорите со своим сайтом как посетитель. Действия выполняются по-настоящему.",
    draftText: "Беседа с действием в том виде, как оно на этой странице. Вызовы настоящие.",
    as: "От чьего имени",
    asText: "Входить не нужно: посетитель считается доказанным.",
    start: "Начать беседу",
    restart: "Начать заново",
    changed: "С тех пор действие изменилось. Начните заново, чтобы говорить с ним в нынешнем виде.",
    empty: "Выберите посетителя и начните беседу.",
    frame: "Виджет, как его видит посетитель",
    trace: "Что сделала модель",
    traceText: "Что она видела, из чего могла выбирать и что заполнила.",
    noTrace: "Пока ничего не сказано.",
    reply: (number) => `Ответ ${number}`,
    said: "Сказала",
    chose: "Выбрала",
    filled: "Аргументы",
    couldChoose: (count) =>
      plural(count, {
        one: `Могла выбрать из ${count} действия`,
        other: `Могла выбрать из ${count} действий`,
      }),
    saw: (count) =>
      plural(count, {
        one: `Видела ${count} сообщение`,
        few: `Видела ${count} сообщения`,
        other: `Видела ${count} сообщений`,
      }),
  },
};
