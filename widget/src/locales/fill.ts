import type { Plural } from "./words.ts";

/** The text with a value in the place that it leaves for one. */
export const fill = (text: string, value: string): string => text.replace(/\{\w+\}/, () => value);

/** A number and what it counts, as the locale says it. */
export function count(locale: string, forms: Plural, number: number): string {
  const category = new Intl.PluralRules(locale).select(number);
  return fill(forms[category] ?? forms.other, number.toLocaleString(locale));
}
