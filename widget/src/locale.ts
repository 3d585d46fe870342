import { canonicalLocale } from "@errand/shared/locale";

/** The visitor's locale: explicit call or attribute, `<html lang>`, the browser, the site's default. */
export function resolveLocale(explicit: string | null | undefined, siteDefault: string): string {
  for (const tag of [explicit, document.documentElement.lang, ...navigator.languages, siteDefault]) {
    const locale = canonicalLocale(tag);
    if (locale) return locale;
  }
  return "en";
}
