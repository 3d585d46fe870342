/** Locales as BCP 47 tags (RFC 5646). No dependencies: the widget uses this module's values. */

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "ckb", "dv"]);

/** The canonical form of a BCP 47 tag (`AZ-latn` → `az-Latn`), or undefined when it is not one. */
export function canonicalLocale(tag: unknown): string | undefined {
  if (typeof tag !== "string" || tag.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

/** The language subtag: `pt-BR` → `pt`. */
export function languageOf(locale: string): string {
  return locale.split("-", 1)[0] ?? locale;
}

/** Whether text in this locale runs from right to left. */
export function isRightToLeft(locale: string): boolean {
  return RIGHT_TO_LEFT.has(languageOf(locale));
}

/**
 * The text for a locale: RFC 4647 §3.4 lookup (`pt-BR`, then `pt`), then `fallback`, then English, then any.
 * A plain string serves every locale; undefined when there is no text at all.
 */
export function pickText(
  text: string | Record<string, string> | undefined,
  locale: string,
  fallback = "en",
): string | undefined {
  if (text === undefined || typeof text === "string") return text;
  for (const wanted of [locale, fallback, "en"]) {
    for (let tag = wanted; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")))) {
      const found = text[tag];
      if (found) return found;
    }
  }
  return Object.values(text).find(Boolean);
}
