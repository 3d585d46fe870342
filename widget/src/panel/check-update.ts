import type { LocalizedText } from "@errand/shared/wire";
import type { ErrandUpdate } from "../errand.ts";

const isText = (value: unknown) => typeof value === "string";
const isLike = (pattern: RegExp) => (value: unknown) => typeof value === "string" && pattern.test(value);
const isLocalizedText = (value: unknown): value is LocalizedText =>
  isText(value) ||
  (typeof value === "object" &&
    value !== null &&
    Object.entries(value).every((entry) => entry.every(isText)));
const oneOf =
  (...values: unknown[]) =>
  (value: unknown) =>
    values.includes(value);

/** What each setting has to be: the check, and the end of the sentence that refuses another value. */
const SETTINGS: Record<keyof ErrandUpdate, [isSound: (value: unknown) => boolean, example: string]> = {
  name: [isText, `a text such as "Acme"`],
  color: [isLike(/^#[0-9a-f]{6}$/i), `a colour such as "#1f6b4f"`],
  side: [oneOf("left", "right"), `"left" or "right"`],
  theme: [oneOf("light", "dark", undefined), `"light", "dark", or undefined for the visitor's own`],
  avatarUrl: [
    (value) => value === undefined || isLike(/^https:\/\/./)(value),
    `an address such as "https://example.com/face.png"`,
  ],
  launcher: [isText, `a text such as "Ask us"`],
  sound: [oneOf(true, false, undefined), "true or false"],
  greeting: [isLocalizedText, `a text, or texts by language such as { en: "Hello!" }`],
  starters: [
    (value) => Array.isArray(value) && value.every(isLocalizedText),
    `a list of texts such as ["Where is my order?"]`,
  ],
  locale: [isText, `a language tag such as "az"`],
};

/** Throws a sentence that names the first setting that the widget could not use. */
export function checkUpdate(update: unknown): asserts update is ErrandUpdate {
  if (typeof update !== "object" || update === null) {
    throw new TypeError(`Errand: update takes settings such as { name: "Acme" }, not ${say(update)}.`);
  }
  for (const [name, value] of Object.entries(update)) {
    if (!Object.hasOwn(SETTINGS, name)) {
      throw new TypeError(`Errand: update has no setting "${name}", only ${Object.keys(SETTINGS).join()}.`);
    }
    const [isSound, example] = SETTINGS[name as keyof ErrandUpdate];
    if (!isSound(value)) {
      throw new TypeError(`Errand: update takes for ${name} ${example}, not ${say(value)}.`);
    }
  }
}

const say = (value: unknown) => JSON.stringify(value) ?? "undefined";
