import type { JSONValue } from "@ai-sdk/provider";
import type { Parameter } from "@errand/shared/action";
import { phrases } from "../vocabulary/phrases.ts";
import { wordsOf } from "../words.ts";
import { readChoice } from "./choices.ts";
import { findValues, kindOf } from "./find-values.ts";
import { unquote } from "./free-text.ts";
import { readBoolean, readNumberWord } from "./numbers.ts";
import type { ValueContext } from "./span.ts";

const MAX_TEXT_LENGTH = 2_000;
export const MAX_ITEMS = 50;

/** The value that a text gives when it answers the question for this parameter; undefined when it does not fit. */
export function readAnswer(parameter: Parameter, text: string, context: ValueContext): JSONValue | undefined {
  return parameter.isArray ? readList(parameter, text, context) : readOne(parameter, text, context);
}

function readOne(parameter: Parameter, text: string, context: ValueContext): JSONValue | undefined {
  switch (kindOf(parameter)) {
    case "text":
      return readText(text);
    case "boolean":
      return readBoolean(text);
    case "choice":
      return readChoice(parameter, text);
    case "object":
      return readObject(text);
    case "number":
    case "integer":
      return findValues(parameter, text, context)[0]?.value ?? readNumberWord(text);
    default:
      return findValues(parameter, text, context)[0]?.value;
  }
}

function readText(text: string): string | undefined {
  const value = unquote(text);
  return value === "" || value.length > MAX_TEXT_LENGTH ? undefined : value;
}

function readObject(text: string): JSONValue | undefined {
  try {
    const value = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as JSONValue;
    return typeof value === "object" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Numbers may hold a comma themselves, so they are parted before they are read. */
function readList(parameter: Parameter, text: string, context: ValueContext): JSONValue | undefined {
  const isNumeric = parameter.type === "number" || parameter.type === "integer";
  const found = isNumeric ? [] : findValues(parameter, text, context).map((span) => span.value);
  if (found.length > 0) return found.slice(0, MAX_ITEMS);
  const items = splitList(text).map((item) => readOne(parameter, item, context));
  const values = items.filter((item) => item !== undefined);
  return values.length > 0 && values.length === items.length ? values.slice(0, MAX_ITEMS) : undefined;
}

const LINKS = new Set(phrases.and.all.flat());

/** The entries of a list in a sentence: parted by commas, semicolons, lines and "and". */
function splitList(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const link of wordsOf(text).filter((word) => LINKS.has(word.text))) {
    pieces.push(text.slice(start, link.start));
    start = link.end;
  }
  return [...pieces, text.slice(start)]
    .flatMap((piece) => piece.split(/[,;\n]+/))
    .map((item) => item.trim())
    .filter(Boolean);
}
