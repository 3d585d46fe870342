/** The newest runs, beside an action. */
export const recentRuns = {
  recentRuns: {
    title: "Последние вызовы",
    all: "Все вызовы",
    none: "Вызовов пока нет. Проверка здесь не считается.",
  },
};
