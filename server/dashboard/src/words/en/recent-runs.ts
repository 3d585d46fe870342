/** The newest runs, beside an action. */
export const recentRuns = {
  recentRuns: {
    title: "Newest runs",
    all: "All runs",
    none: "No runs yet. A test made here does not count.",
  },
};
