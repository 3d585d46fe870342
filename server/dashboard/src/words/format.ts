const date = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });
const day = new Intl.DateTimeFormat("en", { dateStyle: "medium" });
const number = new Intl.NumberFormat("en");
const seconds = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** A time of ISO 8601 in the owner's own time zone. */
export function formatDate(iso: string): string {
  return date.format(new Date(iso));
}

/** The day of a time of ISO 8601. */
export function formatDay(iso: string): string {
  return day.format(new Date(iso));
}

/** Milliseconds as people say them: `184 ms`, `2.4 s`. */
export function formatDuration(durationMs: number): string {
  return durationMs < 1_000
    ? `${number.format(Math.round(durationMs))} ms`
    : `${seconds.format(durationMs / 1_000)} s`;
}
