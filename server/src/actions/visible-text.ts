/** Candidates: format characters, controls, and what takes no room on the screen. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
/** Of these: white space, joiners and presentation selectors (judged apart), and the marks that number signs are drawn with. */
const KEPT = new Set(
  "\t\n\r\u200c\u200d\ufe0e\ufe0f\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2",
);
/** Joiners are spelling in scripts such as Arabic and Devanagari, and build emoji; beside Latin letters they are neither. */
const IDLE_JOINER =
  /[\u200c\u200d](?![[\p{L}\p{M}\p{Extended_Pictographic}]--[\p{Script=Latin}]])|(?<![[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]--[\p{Script=Latin}]])[\u200c\u200d]/gv;
/** One presentation selector after a visible character is an emoji's or a symbol's. */
const IDLE_SELECTOR = /(?<![\p{S}\p{P}\p{N}])[\ufe0e\ufe0f]/gu;

/** What needs no other look. */
const PLAIN = /^[\t\n\r\x20-\x7e]*$/;

/** The text well-formed and without invisible characters, which could tell a model what no person sees. */
export function visibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(UNSEEN, (character) => (KEPT.has(character) ? character : ""))
    .replace(IDLE_SELECTOR, "")
    .replace(IDLE_JOINER, "");
}
