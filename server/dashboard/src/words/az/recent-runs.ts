/** The newest runs, beside an action. */
export const recentRuns = {
  recentRuns: {
    title: "Son çağırışlar",
    all: "Bütün çağırışlar",
    none: "Hələ çağırış yoxdur. Burada ediləcək sınaq sayılmır.",
  },
};
