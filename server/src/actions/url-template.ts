import { fillTemplate, type TemplatePart } from "@errand/shared/template";
import { rememberByText } from "../remember.ts";

/** An endpoint's URL in canonical form, taken apart around its placeholders. */
interface UrlTemplate {
  origin: string;
  segments: TemplatePart[][];
  /** The entries between `&`, each `key=value` or `key`; a key holds no placeholder. */
  query: TemplatePart[][];
}

/** Parses an endpoint's URL. @throws SyntaxError or TypeError for one that no saved definition has. */
export const parseUrlTemplate = rememberByText((text): UrlTemplate => {
  const { url, mark, names } = neutralise(text);
  const seen = new RegExp(`${mark}(\\d+)x`);
  const toParts = (piece: string): TemplatePart[] =>
    piece
      .split(seen)
      .map((part, index) => (index % 2 === 0 ? part : { placeholder: names[Number(part)] ?? "" }))
      .filter((part) => part !== "");
  return {
    origin: url.origin,
    segments: url.pathname.slice(1).split("/").map(toParts),
    query: url.search === "" ? [] : url.search.slice(1).split("&").map(toParts),
  };
});

/** The origin that an action calls. No placeholder can change it. */
export function endpointOrigin(text: string): string {
  return parseUrlTemplate(text).origin;
}

/** The URL with a harmless word in each placeholder's stead. */
export function neutralUrl(text: string): string {
  return fillTemplate(text, () => "x");
}

/** Words that parsing leaves as they are keep the placeholders' places, so that literals become canonical once. */
function neutralise(text: string): { url: URL; mark: string; names: string[] } {
  let mark = "zq";
  while (text.includes(mark)) mark += "q";
  const names: string[] = [];
  const neutral = fillTemplate(text, (name) => `${mark}${names.push(name) - 1}x`);
  return { url: new URL(neutral), mark, names };
}
