import { keyed } from "../../forms/rows.ts";
import { escapeToken } from "./answer-fields.ts";
import { type CardForm, emptyCard } from "./card-form.ts";

const TITLES = /^(title|name|label|subject|number|order_?(number|id)|reference|id)$/i;
const SUBTITLES = /^(subtitle|status|state|summary|description)$/i;
const MOST_FIELDS = 4;

/** Where the things of an answer lie: a pointer to a list of them, or to the one thing. */
interface Found {
  items: string;
  item: Record<string, unknown>;
  isList: boolean;
}

/** A card that fits an answer, for the owner to go on from; undefined when nothing in it could be a title. */
export function suggestCard(answer: unknown): CardForm | undefined {
  const found = findItems(answer);
  if (!found) return undefined;
  const plain = Object.entries(found.item).filter(([, value]) => isPlain(value));
  const [title] = best(plain, TITLES) ?? plain[0] ?? [];
  if (title === undefined) return undefined;
  const rest = plain.filter(([key]) => key !== title);
  const [subtitle] = best(rest, SUBTITLES) ?? [];
  const image = rest.find(([, value]) =>
    /^https:\/\/[^\s?]+\.(png|jpe?g|webp|gif|avif)(\?|$)/i.test(String(value)),
  );
  const link = rest.find(([key, value]) => key !== image?.[0] && /^https:\/\/\S+$/.test(String(value)));
  const used = new Set([subtitle, image?.[0], link?.[0]]);
  const fields = rest.filter(([key]) => !used.has(key)).slice(0, MOST_FIELDS);
  return {
    ...emptyCard(),
    isOn: true,
    layout: found.isList ? "list" : "card",
    items: found.items,
    title: toPlaceholder(title),
    subtitle: subtitle === undefined ? "" : toPlaceholder(subtitle),
    fields: fields.map(([key]) => keyed({ label: toLabel(key), value: toPlaceholder(key) })),
    image: image ? toPlaceholder(image[0]) : "",
    imageHosts: image ? new URL(String(image[1])).hostname : "",
    linkUrl: link ? toPlaceholder(link[0]) : "",
    linkLabel: link ? toLabel(link[0]) : "",
  };
}

function findItems(answer: unknown): Found | undefined {
  if (Array.isArray(answer)) {
    const item: unknown = answer[0];
    return isObject(item) ? { items: "", item, isList: true } : undefined;
  }
  if (!isObject(answer)) return undefined;
  for (const [key, value] of Object.entries(answer)) {
    const item: unknown = Array.isArray(value) ? value[0] : undefined;
    if (isObject(item)) return { items: `/${escapeToken(key)}`, item, isList: true };
  }
  const inner = Object.entries(answer).find(([, value]) => isObject(value));
  const hasPlain = Object.values(answer).some(isPlain);
  if (hasPlain || !inner) return { items: "", item: answer, isList: false };
  return { items: `/${escapeToken(inner[0])}`, item: inner[1] as Record<string, unknown>, isList: false };
}

function best(entries: readonly [string, unknown][], wanted: RegExp): [string, unknown] | undefined {
  return entries.find(([key]) => wanted.test(key));
}

function isPlain(value: unknown): boolean {
  return (
    (typeof value === "string" && value !== "") || typeof value === "number" || typeof value === "boolean"
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const toPlaceholder = (key: string): string => `{{/${escapeToken(key)}}}`;

/** `orderNumber` and `order_number` as `Order number`. */
function toLabel(key: string): string {
  const text = key
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[_-]+/g, " ")
    .toLowerCase()
    .trim();
  return (text.charAt(0).toUpperCase() + text.slice(1)).slice(0, 80);
}
