import type { Parameter } from "@errand/shared/action";
import { findChoices } from "./choices.ts";
import { findEmails, findPhones, findUrls } from "./contacts.ts";
import { findDates } from "./dates.ts";
import { findDatetimes } from "./datetimes.ts";
import { findIntegers, findNumbers } from "./numbers.ts";
import { findCodes, patternOf } from "./patterns.ts";
import type { Span, ValueContext } from "./span.ts";

/** How a parameter's values are told from the rest of a text, the surest first. */
export const KINDS = [
  "code",
  "url",
  "email",
  "datetime",
  "date",
  "phone",
  "choice",
  "number",
  "integer",
  "boolean",
  "object",
  "text",
] as const;
export type Kind = (typeof KINDS)[number];

/** The parameter's type, or `code` for a text whose hint shows an example; whatever has options is a choice. */
export function kindOf(parameter: Parameter): Kind {
  if (parameter.options.length > 0) return "choice";
  if (parameter.type === "text") return patternOf(parameter) ? "code" : "text";
  return parameter.type;
}

/** Every value of the parameter's kind in a text. None for kinds that only an answer can give: boolean, object, text. */
export function findValues(parameter: Parameter, text: string, context: ValueContext): Span[] {
  switch (kindOf(parameter)) {
    case "code":
      return findCodes(parameter, text);
    case "url":
      return findUrls(text);
    case "email":
      return findEmails(text);
    case "datetime":
      return findDatetimes(text, context);
    case "date":
      return findDates(text, context);
    case "phone":
      return findPhones(text, context);
    case "choice":
      return findChoices(parameter, text);
    case "number":
      return findNumbers(text, context);
    case "integer":
      return findIntegers(text, context);
    default:
      return [];
  }
}
