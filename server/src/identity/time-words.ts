const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "10 minutes": the largest unit that fills, rounded. */
export function durationInWords(seconds: number): string {
  const length = Math.abs(seconds);
  const [unit, size] = UNITS.find(([, size]) => length >= size) ?? UNITS[3];
  const count = Math.round(length / size);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** "in 10 minutes (2026-03-01 12:10:00 UTC)"; times are seconds since 1970. */
export function momentInWords(seconds: number, nowSeconds: number): string {
  const distance = durationInWords(seconds - nowSeconds);
  const relative = seconds >= nowSeconds ? `in ${distance}` : `${distance} ago`;
  const moment = new Date(seconds * 1_000);
  if (Number.isNaN(moment.getTime())) return relative;
  return `${relative} (${moment.toISOString().slice(0, 19).replace("T", " ")} UTC)`;
}
