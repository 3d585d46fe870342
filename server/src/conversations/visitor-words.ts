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
  const said = fold(visitorTexts.join("\n"));
  const saidDigits = visitorTexts.join("\n").replaceAll(/\D/g, "");
  return parameters.find((parameter) => {
    if (!CHECKED_TYPES.has(parameter.type)) return false;
    const values = leavesOf(args[parameter.name]).filter((value) => !isOwners(parameter, value));
    return values.some((value) => !isSaid(parameter, value, said, saidDigits));
  })?.name;
}

function isSaid(parameter: Parameter, value: unknown, said: string, saidDigits: string): boolean {
  if (parameter.type === "phone") return saidDigits.includes(nationalDigits(String(value)));
  return said.includes(fold(String(value)));
}

/** The last nine digits: what a number keeps when a country code is put before it. */
const nationalDigits = (phone: string): string => phone.replaceAll(/\D/g, "").slice(-9);

function isOwners(parameter: Parameter, value: unknown): boolean {
  if (leavesOf(parameter.default).includes(value)) return true;
  return parameter.options.some((option) => fold(String(option)) === fold(String(value)));
}

/** Every text, number and truth value inside a value. */
function leavesOf(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  if (typeof value !== "object") return [value];
  return Object.values(value).flatMap(leavesOf);
}

/** Case, accents, punctuation and spacing taken away, so that only the words are compared. */
function fold(text: string): string {
  const bare = text.normalize("NFKD").toLowerCase().replaceAll(/\p{M}/gu, "").replaceAll("ı", "i");
  return bare.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}
