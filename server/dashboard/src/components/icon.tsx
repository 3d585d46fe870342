const PATHS = {
  actions: "M13 3 5 14h6l-1 7 8-11h-6z",
  install: "m8 7-5 5 5 5m8-10 5 5-5 5",
  identity: "M12 3 5 6v5c0 4.5 3 8 7 10 4-2 7-5.5 7-10V6zm-3 9 2 2 4-4",
  runs: "M4 6h16M4 12h16M4 18h10",
  settings: "M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5v5m-7 5v5",
  plus: "M12 5v14M5 12h14",
  close: "m6 6 12 12M18 6 6 18",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  check: "m5 12.5 4.5 4.5L19 7.5",
  chevron: "m9 6 6 6-6 6",
  trash: "M5 7h14M10 7V4h4v3m3 0-1 13H8L7 7",
  alert: "M12 8v5m0 3.5v.01M12 3l9.5 17h-19z",
  play: "M8 5v14l11-7z",
  try: "M4 5h16v11H9l-4 4v-4H4zm5 5.5h6",
  back: "m14 6-6 6 6 6",
} as const;

/** A line icon beside words; it says nothing itself. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of the product. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path
        class="mark-ground"
        d="M8 2h16a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6h-8l-7 5v-5H8a6 6 0 0 1-6-6V8a6 6 0 0 1 6-6z"
      />
      <path class="mark-arrow" d="M9 14h13m-5-5 5 5-5 5" />
    </svg>
  );
}
