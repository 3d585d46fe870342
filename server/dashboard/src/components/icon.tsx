const PATHS = {
  actions: "M13 3 5 14h6l-1 7 8-11h-6z",
  install: "m8 7-5 5 5 5m8-10 5 5-5 5",
  identity: "M12 3 5 6v5c0 4.5 3 8 7 10 4-2 7-5.5 7-10V6zm-3 9 2 2 4-4",
  runs: "M4 6h16M4 12h16M4 18h10",
  settings: "M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5v5m-7 5v5",
  conversations: "M4 5h16v11H9l-5 4z",
  visitors: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 8c1-4 4-6 8-6s7 2 8 6",
  team: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-6 8c.6-3.4 2.8-5 6-5s5.4 1.6 6 5m0-15.500a3.5 3.5 0 0 1 0 7M17 14.500c2.2.5 3.5 2 4 4.5",
  thumbUp: "M7 11v9H4v-9zm0 0 4-7c2 0 2.5 1.5 2 3l-.7 3H18c1.5 0 2.3 1 2 2.300l-1.3 6c-.2 1-1 1.7-2 1.700H7",
  thumbDown: "M7 13V4H4v9zm0 0 4 7c2 0 2.5-1.5 2-3l-.7-3H18c1.5 0 2.3-1 2-2.300l-1.3-6c-.2-1-1-1.7-2-1.700H7",
  plus: "M12 5v14M5 12h14",
  close: "m6 6 12 12M18 6 6 18",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  check: "m5 12.5 4.5 4.5L19 7.5",
  chevron: "m9 6 6 6-6 6",
  trash: "M5 7h14M10 7V4h4v3m3 0-1 13H8L7 7",
  alert: "M12 8v5m0 3.5v.01M12 3l9.5 17h-19z",
  play: "M8 5v14l11-7z",
  start: "M5 21V4m0 1c5-3 8 3 14 0v9c-6 3-9-3-14 0",
  appearance:
    "M12 3a9 9 0 1 0 0 18c1.500 0 2-1 1.500-2.200-.5-1.300.3-2.300 1.500-2.300h2.500c2 0 3.500-1.500 3.500-4C21 7 17 3 12 3zM7.500 12v.01M10 7.500v.01m4.500 0v.01",
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
