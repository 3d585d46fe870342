import type { Sentences } from "./sentences/language.ts";

const MAX_ITEMS = 10;
const MAX_FIELDS = 20;
const MAX_ITEM_FIELDS = 5;
const MAX_TEXT_LENGTH = 300;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_DATETIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
/** Numbers that name a thing instead of counting it are not grouped by thousands. */
const IS_NAME = /(^|[_\s-])(id|no|nr|number|code|year|zip|phone|pin|ref|reference)$|(Id|Number|Code|No)$/i;

/** How a value is written. */
export interface Style {
  locale: string;
  say: Sentences;
  /** IANA name of the zone that times are told in; UTC, and said so, when nobody knows the visitor's. */
  timeZone?: string | undefined;
}

/** Data as lines of Markdown: a list of fields, nested one level; long lists end in "and 5 more". */
export function formatData(data: unknown, style: Style): string[] {
  if (Array.isArray(data)) return formatList(data, style);
  if (isRecord(data)) return fieldsOf(data).flatMap(([key, value]) => formatField(key, value, style));
  const text = formatScalar(data, style);
  return text === "" ? [] : [text];
}

/** Whether there is nothing to tell: null, "", an empty list or object. */
export function isEmpty(data: unknown): boolean {
  if (data === null || data === undefined || data === "") return true;
  return typeof data === "object" && Object.values(data).every(isEmpty);
}

function formatField(key: string, value: unknown, style: Style): string[] {
  const label = `- **${humanise(key)}**`;
  if (isRecord(value)) {
    const inner = fieldsOf(value).map(
      ([name, each]) => `  - **${humanise(name)}**: ${formatShort(each, style, name)}`,
    );
    return [`${label}:`, ...inner];
  }
  if (Array.isArray(value) && value.some(isObject)) {
    return [`${label}:`, ...formatList(value, style).map((line) => `  ${line}`)];
  }
  return [`${label}: ${formatShort(value, style, key)}`];
}

function formatList(list: unknown[], style: Style): string[] {
  const shown = list.filter((each) => !isEmpty(each));
  const lines = shown.slice(0, MAX_ITEMS).map((each) => `- ${formatShort(each, style)}`);
  const rest = shown.length - MAX_ITEMS;
  return rest > 0 ? [...lines, `- ${style.say.more(formatCount(rest, style))}`] : lines;
}

/** Anything on one line: an object as its first fields. */
function formatShort(value: unknown, style: Style, key = ""): string {
  if (Array.isArray(value)) {
    return value.some(isObject) ? formatCount(value.length, style) : joinScalars(value, style);
  }
  if (!isRecord(value)) return formatScalar(value, style, key);
  return fieldsOf(value)
    .filter(([, each]) => !isObject(each))
    .slice(0, MAX_ITEM_FIELDS)
    .map(([name, each]) => `${humanise(name)}: ${formatScalar(each, style, name)}`)
    .join(", ");
}

function joinScalars(values: unknown[], style: Style): string {
  const texts = values.slice(0, MAX_ITEMS).map((value) => formatScalar(value, style));
  const rest = values.length - MAX_ITEMS;
  return (rest > 0 ? [...texts, style.say.more(formatCount(rest, style))] : texts).join(", ");
}

/** One value in the locale's manner; text on one line, so that it cannot break out of its list item. */
export function formatScalar(value: unknown, style: Style, key = ""): string {
  if (typeof value === "boolean") return value ? style.say.yes : style.say.no;
  if (typeof value === "number") {
    const options = { useGrouping: !IS_NAME.test(key), maximumFractionDigits: 6 };
    return new Intl.NumberFormat(style.locale, options).format(value);
  }
  if (typeof value !== "string") return "";
  return formatTime(value, style) ?? shorten(value.replaceAll(/\s+/g, " ").trim());
}

function formatTime(text: string, { locale, timeZone }: Style): string | undefined {
  const isDate = ISO_DATE.test(text);
  if (!isDate && !ISO_DATETIME.test(text)) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return undefined;
  if (isDate) return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(date);
  const options = { dateStyle: "medium", timeStyle: "short" } as const;
  const shown = new Intl.DateTimeFormat(locale, { ...options, timeZone: timeZone ?? "UTC" }).format(date);
  return timeZone === undefined ? `${shown} UTC` : shown;
}

function formatCount(count: number, style: Style): string {
  return new Intl.NumberFormat(style.locale).format(count);
}

function fieldsOf(record: Record<string, unknown>): [string, unknown][] {
  return Object.entries(record)
    .filter(([, value]) => !isEmpty(value))
    .slice(0, MAX_FIELDS);
}

/** `orderNumber`, `order_number` → `Order number`; `id` → `ID`. */
function humanise(key: string): string {
  const words = key
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map((word) => (/^(id|url|vat|iban)$/i.test(word) ? word.toUpperCase() : word.toLowerCase()));
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shorten(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH).trimEnd()}…` : text;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value);
}
