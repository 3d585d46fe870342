/**
 * The dictionary for a locale: its language. Chinese is simplified (`zh`) unless the tag, or the place in it
 * (Taiwan, Hong Kong, Macao), asks for traditional script (`zh-Hant`). Portuguese is that of Brazil (`pt`) unless
 * the tag names another place: CLDR has them all follow Portugal (`pt-PT`).
 */
export function dictionaryOf(locale: string): string {
  const { language, script, region } = new Intl.Locale(locale).maximize();
  if (script === "Hant") return "zh-Hant";
  return language === "pt" && region !== "BR" ? "pt-PT" : language;
}
