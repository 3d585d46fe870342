import type { Parameter } from "@errand/shared/action";

/** Types whose values an endpoint's answer could plant; numbers, dates and choices cannot carry a message. */
const CHECKED_TYPES = new Set<Parameter["type"]>(["text", "email", "phone", "url", "object"]);

/**
 * The first argument that the visitor never wrote and the owner never offered, or undefined when all are theirs.
 * Once an endpoint's answer is in the conversation, such a value may have been planted there.
 */
export function findForeignArgument(
  parameters: readonly Parameter[],
  args: Record<string, unknown>,
  visitorTexts: readonly string[],
): string | undefined {
  const said = readSaid(visitorTexts);
  return parameters.find((parameter) => {
    if (!CHECKED_TYPES.has(parameter.type)) return false;
    const values = leavesOf(args[parameter.name]).filter((value) => !isOwners(parameter, value));
    return values.some((value) => !isSaid(parameter, String(value), said));
  })?.name;
}

/** The visitor's texts in the forms that values are looked up in. */
interface Said {
  plain: string;
  words: string;
  digits: string;
}

function readSaid(texts: readonly string[]): Said {
  return {
    plain: toPlain(texts.join("\n")),
    words: fold(texts.join("\n")),
    digits: texts.map(toDigits).join(" "),
  };
}

function isSaid({ type }: Parameter, value: string, said: Said): boolean {
  if (type === "phone") return said.digits.includes(toDigits(value).slice(-NATIONAL_DIGITS));
  if (type === "email" || type === "url") return standsAlone(toPlain(value), said.plain);
  const words = fold(value);
  return words === "" ? said.plain.includes(toPlain(value)) : said.words.includes(words);
}

/** What a number keeps when a country code is put before it. */
const NATIONAL_DIGITS = 9;

const toDigits = (text: string): string => text.replaceAll(/\D/g, "");

/** Addresses keep their punctuation, which decides whose they are; scheme and last slash are often left unsaid. */
const toPlain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\bhttps?:\/\//g, "")
    .replace(/\/$/, "");

/** Whether an address stands in a text from its first letter to its last: `b@x.io` does not stand in `bob@x.io`. */
function standsAlone(address: string, text: string): boolean {
  if (address === "") return false;
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + 1)) {
    const after = text.slice(at + address.length);
    if (
      !/[\p{L}\p{N}@.+_%/-]$/u.test(text.slice(0, at)) &&
      !/^(?:[\p{L}\p{N}@_%]|[.+/-][\p{L}\p{N}])/u.test(after)
    )
      return true;
  }
  return false;
}

function isOwners(parameter: Parameter, value: unknown): boolean {
  if (leavesOf(parameter.default).includes(value)) return true;
  return parameter.options.some((option) => fold(String(option)) === fold(String(value)));
}

/** Every text, number and truth value inside a value, the names of an object's members too. */
function leavesOf(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  if (typeof value !== "object") return [value];
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return [...names, ...Object.values(value).flatMap(leavesOf)];
}

/** Case, accents, punctuation and spacing taken away, so that only the words are compared. */
function fold(text: string): string {
  const bare = text.normalize("NFKD").toLowerCase().replaceAll(/\p{M}/gu, "").replaceAll("ı", "i");
  return bare.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}
