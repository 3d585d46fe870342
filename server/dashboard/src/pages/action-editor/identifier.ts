const LONGEST = 64;
/** Letters that no decomposition turns into a-z. */
const LATIN: Record<string, string> = { ə: "e", ı: "i", ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe" };

/** The identifier that a name suggests: `Look up order` → `look_up_order`; empty for a name without Latin letters. */
export function toIdentifier(name: string): string {
  const folded = name
    .toLowerCase()
    .replaceAll(/[əıßøłđæœ]/g, (letter) => LATIN[letter] ?? letter)
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[_0-9]+|_+$/g, "");
  return folded.slice(0, LONGEST).replace(/_+$/, "");
}
