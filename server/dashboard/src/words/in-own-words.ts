import type { FieldError, Problem } from "@errand/shared/wire";
import { en } from "./en.ts";
import { words } from "./words.ts";

const WHATEVER = "…";

/** A pattern of a sentence in which `…` stands for whatever it names there, written once for each sentence. */
const patterns = new Map<string, RegExp>();

function patternOf(sentence: string): RegExp {
  const known = patterns.get(sentence);
  if (known) return known;
  const parts = sentence
    .split(WHATEVER)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${parts.join("(.*?)")}$`, "s");
  patterns.set(sentence, pattern);
  return pattern;
}

/** A schema's or the server's English sentence in the owner's language; as it is where no word is known for it. */
export function inOwnWords(sentence: string): string {
  const known: Record<string, string> = {
    ...words.schemaFaults,
    ...words.serverSentences,
    ...words.identitySentences,
    ...words.importNotes,
  };
  const exact = known[sentence];
  if (exact !== undefined) return exact;
  for (const [english, own] of Object.entries(known)) {
    if (!english.includes(WHATEVER)) continue;
    const named = patternOf(english).exec(sentence)?.slice(1);
    // What a sentence names may be a sentence itself.
    if (named)
      return own.split(WHATEVER).reduce((text, part, at) => text + inOwnWords(named[at - 1] ?? "") + part);
  }
  return sentence;
}

/** What a problem says in the owner's language: its very sentence, else its code in words and the English beside it. */
export function problemInWords({
  title,
  code,
  errors = [],
}: Pick<Problem, "title" | "errors"> & { code?: string | undefined }): string {
  const own = inOwnWords(title);
  if (own !== title || words.problems === en.problems) return own;
  const known: Record<string, string> = words.problems;
  const general = known[code ?? ""];
  if (general === undefined) return title;
  const [fault] = errors;
  return `${general} ${fault ? faultInWords(fault) : `(${title})`}`;
}

function faultInWords({ pointer, message }: FieldError): string {
  return pointer === "" ? inOwnWords(message) : `${pointer}: ${inOwnWords(message)}`;
}
