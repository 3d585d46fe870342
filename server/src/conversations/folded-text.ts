/** A text as it is searched: without case and accents. `at` says where each of its characters stands in the text. */
interface FoldedText {
  folded: string;
  at: number[];
}

const BEYOND_ASCII = /[\u0080-\u{10ffff}]/u;

/** Case and accents taken away; punctuation stays, for it belongs to order numbers and addresses. */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").toLowerCase().replaceAll(/\p{M}/gu, "").replaceAll("ı", "i");
}

/** Cuts out of a text what stands around the first place where a folded word is found; undefined when it is not. */
export function excerptAround(text: string, word: string, length = 120): string | undefined {
  const { folded, at } = foldWithPlaces(text);
  const place = folded.indexOf(word);
  if (place < 0) return undefined;
  const start = at[place] ?? 0;
  const from = Math.max(0, start - length / 3);
  const cut = text
    .slice(from, from + length)
    .replaceAll(/\s+/g, " ")
    .trim();
  return `${from > 0 ? "…" : ""}${cut}${from + length < text.length ? "…" : ""}`;
}

function foldWithPlaces(text: string): FoldedText {
  let folded = "";
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    const plain = fold(character);
    for (let index = 0; index < plain.length; index += 1) at.push(place);
    folded += plain;
    place += character.length;
  }
  return { folded, at };
}
