import { rememberByText } from "../../../remember.ts";

/** What stands before a number's decimals in the locale. */
export const decimalSignIn: (locale: string) => string = rememberByText((locale) => {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.find((part) => part.type === "decimal")?.value ?? ".";
}, 200);
