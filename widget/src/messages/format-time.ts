const DAY_MS = 86_400_000;

/** A time of day. */
export function formatTime(locale: string, iso: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(new Date(iso));
}

/** The day of a time: today and yesterday by their names. */
export function formatDay(locale: string, iso: string): string {
  const date = new Date(iso);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  const daysAgo = [0, 1].find(
    (days) => date.toDateString() === new Date(Date.now() - days * DAY_MS).toDateString(),
  );
  return daysAgo === undefined
    ? new Intl.DateTimeFormat(locale, {
        ...(isThisYear ? { weekday: "short" } : { year: "numeric" }),
        day: "numeric",
        month: "short",
      }).format(date)
    : new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-daysAgo, "day");
}
