import type { Action } from "@errand/shared/action";
import type { ValueOf } from "./placeholder-values.ts";
import { renderPath } from "./render-path.ts";
import { renderEntries, renderWrittenQuery } from "./render-query.ts";
import { RunRefusal } from "./run-refusal.ts";
import { parseUrlTemplate } from "./url-template.ts";

const MAX_URL_LENGTH = 2_048;

/** What values must not have changed about a URL. */
interface Shape {
  origin: string;
  segments: number;
  keys: string[];
}

/** Renders the URL that is called, and proves that no value changed where it leads. @throws RunRefusal */
export function renderUrl(action: Pick<Action, "url" | "query">, valueOf: ValueOf): string {
  const template = parseUrlTemplate(action.url);
  const path = renderPath(template.segments, valueOf);
  const entries = [...renderWrittenQuery(template.query, valueOf), ...renderEntries(action.query, valueOf)];
  const query = entries.length === 0 ? "" : `?${entries.map(({ text }) => text).join("&")}`;
  const url = `${template.origin}${path}${query}`;
  const keys = entries.map(({ key }) => key);
  checkShape(url, { origin: template.origin, segments: template.segments.length, keys });
  return url;
}

function checkShape(text: string, expected: Shape): void {
  if (text.length > MAX_URL_LENGTH) {
    const message = `The URL would have ${text.length} characters and may have ${MAX_URL_LENGTH}: use shorter values.`;
    throw new RunRefusal("invalid_arguments", message);
  }
  const url = new URL(text);
  const keys = url.search === "" ? [] : url.search.slice(1).split("&").map(keyOf);
  const isUnchanged =
    url.href === text &&
    url.origin === expected.origin &&
    url.pathname.slice(1).split("/").length === expected.segments &&
    keys.length === expected.keys.length &&
    keys.every((key, index) => key === expected.keys[index]);
  if (!isUnchanged) throw new RunRefusal("definition_error", "The values would change where the URL leads.");
}

function keyOf(entry: string): string {
  return entry.split("=", 1)[0] ?? "";
}
