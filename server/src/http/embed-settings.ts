import { inkOn } from "@errand/shared/ink";
import { launcherLabel } from "@errand/shared/launcher-label";
import { languageOf, pickText } from "@errand/shared/locale";
import type { EmbedSettings, LocalizedText, SiteTexts } from "@errand/shared/wire";
import type { Site } from "../sites/site.ts";

/** The settings that a page's script carries; with `texts`, the address of what other languages say, only its own language's. */
export function toEmbedSettings(site: Site, texts?: string): EmbedSettings {
  const { name, appearance, defaultLocale, receipts } = site.settings;
  const { color, side, theme, avatarUrl, launcher, sound } = appearance;
  const all = toSiteTexts(site);
  const own = texts === undefined ? all : ownTexts(all, defaultLocale);
  return {
    site: site.id,
    name,
    color,
    ink: inkOn(color),
    ...(side !== "right" && { side }),
    ...(theme !== "auto" && { theme }),
    ...(avatarUrl && { avatarUrl }),
    ...(launcher === "label" && { launcher: launcherLabel(defaultLocale) }),
    ...(sound && { sound }),
    ...own,
    ...(texts !== undefined && countTexts(own) < countTexts(all) && { texts }),
    locale: defaultLocale,
    ...(receipts !== "full" && { receipts }),
  };
}

export function toSiteTexts({ settings: { greeting, starters } }: Site): SiteTexts {
  return { greeting, starters };
}

function ownTexts({ greeting, starters }: SiteTexts, locale: string): SiteTexts {
  const own = (text: LocalizedText): LocalizedText => {
    if (typeof text === "string") return text;
    const said = Object.entries(text).filter(
      ([tag, words]) => words && languageOf(tag) === languageOf(locale),
    );
    return said.length > 1 ? Object.fromEntries(said) : (pickText(text, locale) ?? text);
  };
  return { greeting: own(greeting), starters: starters.map(own) };
}

function countTexts({ greeting, starters }: SiteTexts): number {
  const count = (text: LocalizedText) =>
    typeof text === "string" ? 1 : Object.values(text).filter(Boolean).length;
  return [greeting, ...starters].reduce((sum, text) => sum + count(text), 0);
}
