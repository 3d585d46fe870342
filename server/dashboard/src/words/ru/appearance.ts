import type { looks as english } from "../en/appearance.ts";

/** How the widget looks and greets. */
export const looks: typeof english = {
  appearance: {
    text: "Как виджет выглядит и приветствует. Рядом — настоящий виджет.",
    shown: "Что показывает предпросмотр",
    modes: { inline: "Открытый чат", launcher: "Кнопка" },
    looks: "Вид",
    color: "Цвет",
    colorHint: "Цвет кнопки и сообщений посетителя.",
    colorPick: "Выбрать цвет",
    theme: "Тема",
    themes: { auto: "Как у посетителя", light: "Светлая", dark: "Тёмная" },
    side: "Сторона",
    left: "Слева",
    right: "Справа",
    launcher: "Кнопка",
    launchers: { icon: "Значок", label: "С подписью" },
    avatar: "Изображение ассистента",
    avatarHint: "Адрес https. Без него показывается первая буква названия.",
    sound: "Звук",
    soundHint: "Ответ, которого посетитель не видит, сопровождается звуком.",
    speech: "Слова",
    greeting: "Приветствие",
    greetingHint: "Первое, что читает посетитель.",
    starters: "Начальные вопросы",
    startersHint: "До шести вопросов, с которых посетитель может начать.",
    starter: (number) => `Вопрос ${number}`,
    removeStarter: (number) => `Удалить вопрос ${number}`,
    addStarter: "Добавить вопрос",
  },
};
