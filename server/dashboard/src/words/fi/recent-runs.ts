/** The newest runs, beside an action. */
export const recentRuns = {
  recentRuns: {
    title: "Uusimmat kutsut",
    all: "Kaikki kutsut",
    none: "Ei vielä kutsuja. Täällä tehtyä testiä ei lasketa.",
  },
};
