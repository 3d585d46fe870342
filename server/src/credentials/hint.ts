const SHOWN = 4;
const MIN_LENGTH = 12;

/** The last four characters of a credential, or undefined when it is so short that they would give it away. */
export function credentialHint(value: string): string | undefined {
  const characters = Array.from(value);
  return characters.length < MIN_LENGTH ? undefined : characters.slice(-SHOWN).join("");
}
