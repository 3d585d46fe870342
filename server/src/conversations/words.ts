import { languageOf } from "@errand/shared/locale";
import type { ModelOutcome, OutcomeCode } from "@errand/shared/outcome";
import { ar } from "./words/ar.ts";
import { az } from "./words/az.ts";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fa } from "./words/fa.ts";
import { fi } from "./words/fi.ts";
import { fr } from "./words/fr.ts";
import { he } from "./words/he.ts";
import { hi } from "./words/hi.ts";
import { it } from "./words/it.ts";
import { ja } from "./words/ja.ts";
import { ko } from "./words/ko.ts";
import { nl } from "./words/nl.ts";
import { pl } from "./words/pl.ts";
import { pt } from "./words/pt.ts";
import { ru } from "./words/ru.ts";
import type { Sentences } from "./words/sentences.ts";
import { tr } from "./words/tr.ts";
import { uk } from "./words/uk.ts";
import { zh } from "./words/zh.ts";

const byLanguage: Record<string, Sentences> = {
  ar,
  az,
  de,
  en,
  es,
  fa,
  fi,
  fr,
  he,
  hi,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  tr,
  uk,
  zh,
};

/** One of the server's own sentences for a visitor, in their language where we have it, else in English. */
export function say(sentence: keyof Sentences, locale: string, name = ""): string {
  const words = byLanguage[languageOf(locale)] ?? en;
  return words[sentence].replace("{name}", () => name);
}

/** What only the owner can mend is one thing to a visitor. */
const OWNERS = ["blocked_address", "blocked_redirect", "definition_error"] as const;
type OwnersFault = (typeof OWNERS)[number];

const isOwnersFault = (outcome: OutcomeCode | "unknown"): outcome is OwnersFault =>
  OWNERS.some((each) => each === outcome);

/** After these a change may have taken effect all the same. */
const UNCERTAIN = new Set<string>(["timeout", "too_large", "network_error", "blocked_redirect"]);

/** What a visitor is told of a run that did not succeed; `changes`: it was to change something. */
export function describeFailure({ outcome }: ModelOutcome, locale: string, changes = false): string {
  const sentence = say(isOwnersFault(outcome) ? "not_set_up" : outcome, locale);
  return changes && UNCERTAIN.has(outcome) ? `${sentence} ${say("unknown", locale)}` : sentence;
}
