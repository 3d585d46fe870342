import { languageOf } from "@errand/shared/locale";
import type { SiteTexts } from "@errand/shared/wire";
import type { App } from "../panel/app.ts";
import { loadWords } from "./load-words.ts";
import type { LoadedWords } from "./words.ts";

/** The panel's words for a locale, once the site's own are there too; what cannot be fetched stays as it is. */
export async function loadLanguage(app: App, locale: string): Promise<LoadedWords> {
  const texts = loadTexts(app, locale).catch(() => {});
  const words = await loadWords(locale, app.settings.peek().locale);
  await texts;
  return words;
}

/** Takes over what the site says in other languages than its own, once; what the page has changed stays. */
async function loadTexts({ settings, shell }: App, locale: string): Promise<void> {
  const { texts, locale: siteDefault } = settings.peek();
  if (!texts || languageOf(locale) === languageOf(siteDefault)) return;
  const response = await fetch(new URL(texts, shell.script.src));
  if (!response.ok) return;
  const { greeting, starters } = (await response.json()) as SiteTexts;
  const { texts: _read, ...now } = settings.peek();
  settings.value = {
    ...now,
    ...(now.greeting === shell.settings.greeting && { greeting }),
    ...(now.starters === shell.settings.starters && { starters }),
  };
}
