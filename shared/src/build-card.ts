import { fieldOf, fillAnswerTemplate } from "./answer-template.ts";
import type { CardMapping } from "./card.ts";
import type { Card, CardItem } from "./wire.ts";

const MAX_ITEMS = 20;
const MAX_TEXT_LENGTH = 300;
const MAX_URL_LENGTH = 2_048;

/** The card that an answer makes by the owner's mapping; undefined when nothing in it has a title. */
export function buildCard(mapping: CardMapping, answer: unknown): Card | undefined {
  const found = fieldOf(answer, mapping.items);
  const candidates = Array.isArray(found) ? found : [found];
  const limit = mapping.layout === "list" ? MAX_ITEMS : 1;
  const items = candidates
    .slice(0, limit)
    .flatMap((candidate: unknown) => buildItem(mapping, candidate) ?? []);
  return items.length === 0 ? undefined : { layout: mapping.layout, items };
}

function buildItem(mapping: CardMapping, source: unknown): CardItem | undefined {
  const title = fillText(mapping.title, source);
  if (!title) return undefined;
  const subtitle = fillText(mapping.subtitle, source);
  const image = imageUrl(mapping, source);
  const link = mapping.link && httpsUrl(fillUrl(mapping.link.url, source));
  return {
    title,
    ...(subtitle ? { subtitle } : {}),
    ...(image ? { image: { url: image.href, alt: title } } : {}),
    fields: mapping.fields.flatMap(({ label, value }) => {
      const text = fillText(value, source);
      return text ? [{ label, value: text }] : [];
    }),
    ...(mapping.link && link ? { link: { url: link.href, label: mapping.link.label } } : {}),
  };
}

/** An image from a host that the owner named; any other would tell a stranger who reads the chat. */
function imageUrl(mapping: CardMapping, source: unknown): URL | undefined {
  const url = httpsUrl(fillUrl(mapping.image, source));
  return url && mapping.imageHosts.includes(url.hostname) ? url : undefined;
}

function httpsUrl(text: string | undefined): URL | undefined {
  const url = text === undefined || text.length > MAX_URL_LENGTH ? null : URL.parse(text);
  return url?.protocol === "https:" && url.username === "" && url.password === "" ? url : undefined;
}

/** A template that is one placeholder takes the address as it stands; within a longer one, values are encoded. */
function fillUrl(template: string, source: unknown): string | undefined {
  const isWhole = /^\{\{[^{}]*\}\}$/.test(template);
  return fillAnswerTemplate(template, (name) => {
    const text = toText(fieldOf(source, name));
    return text === undefined || isWhole ? text : encodeURIComponent(text);
  });
}

function fillText(template: string, source: unknown): string | undefined {
  const text = fillAnswerTemplate(template, (name) => toText(fieldOf(source, name)))?.trim();
  return text && text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH - 1)}…` : text;
}

function toText(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
