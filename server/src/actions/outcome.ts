import type { ResponseView } from "@errand/shared/action-test";
import type { CardMapping } from "@errand/shared/card";
import type { ModelOutcome, OutcomeCode } from "@errand/shared/outcome";
import type { Card } from "@errand/shared/wire";
import { buildCard } from "@errand/shared/build-card";
import { cleanJson } from "./clean-json.ts";
import { pickFields } from "./pick-fields.ts";
import { readAnswer, type Answer, type AnswerContent } from "./read-answer.ts";
import { trimJson } from "./trim-json.ts";
import { visibleText } from "./visible-text.ts";

/** The largest answer that a model or a page is shown. */
const MAX_BYTES = 20_480;

interface OutcomeOptions {
  /** JSON Pointers of the fields that the model may see; empty for all. */
  include: readonly string[];
  /** How the answer is drawn for the visitor; null for no card. */
  card: CardMapping | null;
  /** Takes secrets out of a text. */
  redact: (text: string) => string;
}

/** A finished exchange: for the model, for the ledger, and in a sentence for the owner unless all went well. */
interface AnswerOutcome {
  outcome: Extract<OutcomeCode, "ok" | "remote_error">;
  told: ModelOutcome;
  response: ResponseView;
  card?: Card;
  message?: string;
}

/** Turns an endpoint's answer into the bounded outcome of a run. 2xx is `ok`, all else `remote_error`. */
export function toOutcome(answer: Answer, { include, card, redact }: OutcomeOptions): AnswerOutcome {
  const clean = (text: string) => redact(visibleText(text));
  const content = cleanContent(readAnswer(answer), clean);
  const isOk = answer.status >= 200 && answer.status < 300;
  const outcome = isOk ? "ok" : "remote_error";
  const message = `The endpoint answered with status ${answer.status}.`;
  const data = trimJson(visibleData(content, include), MAX_BYTES);
  const note = isOk ? explainSilence(content, data) : message;
  const drawn = isOk && card && content.kind === "json" ? buildCard(card, content.data) : undefined;
  return {
    outcome,
    ...(drawn === undefined ? {} : { card: drawn }),
    told: {
      outcome,
      status: answer.status,
      ...(data === undefined ? {} : { data }),
      ...(note === undefined ? {} : { message: note }),
    },
    response: toResponseView(answer, content, clean),
    ...(isOk ? {} : { message }),
  };
}

/** Texts are cleaned after parsing, where no escape hides a secret; what was changed is shown as parsed. */
function cleanContent(content: AnswerContent, clean: (text: string) => string): AnswerContent {
  if (content.kind === "text") return { kind: "text", text: clean(content.text) };
  if (content.kind !== "json") return content;
  let isChanged = false;
  const watch = (text: string): string => {
    const cleaned = clean(text);
    isChanged ||= cleaned !== text;
    return cleaned;
  };
  const data = cleanJson(content.data, watch);
  return { kind: "json", data, text: isChanged ? JSON.stringify(data) : clean(content.text) };
}

/** What the model sees. With a field list only fields are shown, so an answer without fields is not. */
function visibleData(content: AnswerContent, include: readonly string[]): unknown {
  if (content.kind === "json") return pickFields(content.data, include);
  if (content.kind === "empty" || include.length > 0) return undefined;
  return content.kind === "text" ? cutText(content.text).text : content.note;
}

function explainSilence(content: AnswerContent, data: unknown): string | undefined {
  if (content.kind === "empty") return "Done. The endpoint answered without content.";
  return data === undefined ? "Done. The answer has none of the fields that may be shown." : undefined;
}

function toResponseView(
  answer: Answer,
  content: AnswerContent,
  clean: (text: string) => string,
): ResponseView {
  const { text, truncated } = cutText(textOf(content));
  return { status: answer.status, headers: shownHeaders(answer, clean), body: text, truncated };
}

function textOf(content: AnswerContent): string {
  if (content.kind === "empty") return "";
  return content.kind === "binary" ? content.note : content.text;
}

/** A cookie would open the endpoint's session to whoever reads the ledger. */
function shownHeaders({ headers }: Answer, clean: (text: string) => string): Record<string, string> {
  const shown = Object.entries(headers).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join(", ") : value;
    return [name, name === "set-cookie" ? "[redacted]" : clean(text)];
  });
  return Object.fromEntries(shown) as Record<string, string>;
}

/** As many whole characters as fit. */
function cutText(text: string): { text: string; truncated: boolean } {
  // No character takes more than three bytes for each of its units.
  if (text.length * 3 <= MAX_BYTES) return { text, truncated: false };
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(MAX_BYTES));
  return { text: text.slice(0, read), truncated: read < text.length };
}
