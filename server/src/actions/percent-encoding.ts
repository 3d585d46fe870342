/** How often a chain of proxies and frameworks might decode a value. */
const MAX_DECODINGS = 3;

/** What neither decoding nor normalising changes. */
const PLAIN = /^[\x20-$&-~]*$/;

/** Percent-encodes everything but letters, digits, `-`, `.`, `_` and `~` (RFC 3986 §2.3). */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What a text may turn into on its way: itself and its decodings, each in normal form NFKC. */
export function decodings(text: string): string[] {
  if (PLAIN.test(text)) return [text];
  const forms = [text.normalize("NFKC")];
  for (let count = 0; count < MAX_DECODINGS; count++) {
    forms.push(percentDecode(forms.at(-1) ?? "").normalize("NFKC"));
  }
  return forms;
}

/** Decodes what is well-formed and keeps the rest, as lenient servers do. */
function percentDecode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
  );
}
