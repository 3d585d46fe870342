const MINUTE_MS = 60_000;
/** From the longest unit on; a month and a year by their average. */
const UNITS = [
  ["year", 525_960],
  ["month", 43_830],
  ["week", 10_080],
  ["day", 1440],
  ["hour", 60],
  ["minute", 1],
] as const;

/** How long ago a time was, as the locale says it: `yesterday`, `3 hours ago`, `now`. */
export function since(locale: string, iso: string, now = Date.now()): string {
  const minutes = Math.max(0, now - Date.parse(iso)) / MINUTE_MS;
  const [unit, length] = UNITS.find(([, length]) => minutes >= length) ?? ["second", Infinity];
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return format.format(-Math.floor(minutes / length), unit);
}
