import { currentLanguage } from "./language.ts";

const DATE = { dateStyle: "medium", timeStyle: "medium" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** A time of ISO 8601 in the owner's own time zone. */
export function formatDate(iso: string): string {
  return dateFormat(DATE).format(new Date(iso));
}

/** The day of a time of ISO 8601. */
export function formatDay(iso: string): string {
  return dateFormat({ dateStyle: "medium" }).format(new Date(iso));
}

/** Milliseconds as people say them: `184 ms`, `2.4 s`. */
export function formatDuration(durationMs: number): string {
  const isShort = durationMs < 1_000;
  return new Intl.NumberFormat(currentLanguage(), {
    style: "unit",
    unit: isShort ? "millisecond" : "second",
    unitDisplay: "short",
    maximumFractionDigits: isShort ? 0 : 1,
  }).format(isShort ? durationMs : durationMs / 1_000);
}

/** A size as people say it: `512 bytes`, `1.4 kB`. */
export function formatBytes(bytes: number): string {
  const isSmall = bytes < 1_000;
  return new Intl.NumberFormat(currentLanguage(), {
    style: "unit",
    unit: isSmall ? "byte" : "kilobyte",
    unitDisplay: isSmall ? "long" : "short",
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? bytes : bytes / 1_000);
}

/** A part of a whole: `98%`. */
export function formatShare(share: number): string {
  return new Intl.NumberFormat(currentLanguage(), { style: "percent", maximumFractionDigits: 0 }).format(
    share,
  );
}

const SPANS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** How long ago a time of ISO 8601 was: `5 minutes ago`. */
export function formatAgo(iso: string, nowMs = Date.now()): string {
  const passedMs = Math.max(0, nowMs - Date.parse(iso));
  const [unit, lengthMs] = SPANS.find(([, length]) => passedMs >= length) ?? ["second", 1_000];
  const format = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: "auto" });
  return format.format(-Math.floor(passedMs / lengthMs), unit);
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${currentLanguage()} ${options.timeStyle}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(currentLanguage(), options);
  formats.set(key, format);
  return format;
}

/** A share of one: `98.5 %`. */
export function formatPercent(share: number): string {
  return new Intl.NumberFormat(currentLanguage(), { style: "percent", maximumFractionDigits: 1 }).format(
    share,
  );
}

/** An hour, or a day that is one of UTC, as the server counts them. */
export function formatStretch(iso: string, isHour: boolean): string {
  const hour = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" } as const;
  const day = { month: "short", day: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(currentLanguage(), isHour ? hour : day).format(new Date(iso));
}

/** A number with its thousands apart. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(currentLanguage()).format(value);
}
