import type { Scene } from "./dialogue.ts";
import type { Sentences } from "./sentences/language.ts";
import { sentenceCase } from "./sentence-case.ts";
import type { Slot } from "./slots.ts";
import { kindOf } from "./values/find-values.ts";
import { patternOf } from "./values/patterns.ts";

type Asker = Pick<Scene, "say" | "values">;

/** The question for one missing value, with the hint's example, the options, or the hint itself. */
export function askFor(slot: Slot, { say, values }: Asker): string {
  const isClockless = kindOf(slot) === "datetime" && values.timeZone === undefined;
  return [question(slot, say), ...helpFor(slot, say), ...(isClockless ? [say.inUtc] : [])].join(" ");
}

/** What would fit, after an answer that does not. */
export function askAgain(slot: Slot, asker: Asker): string {
  return `${asker.say.misfit(kindOf(slot))} ${askFor(slot, asker)}`;
}

function question(slot: Slot, say: Sentences): string {
  const label = slot.label || sentenceCase(slot.name.replaceAll(/[_-]+/g, " "));
  if (/[?？؟]$/.test(label)) return label;
  const noun = label.replace(/[.:]$/, "");
  return slot.isArray ? say.askList(noun) : say.ask(noun, kindOf(slot));
}

function helpFor(slot: Slot, say: Sentences): string[] {
  const kind = kindOf(slot);
  const example = patternOf(slot)?.example;
  if (kind === "choice") return [say.options(slot.options.join(", "))];
  if (example !== undefined) return [say.forExample(example)];
  if (kind === "boolean") return [say.yesOrNo];
  if (slot.hint === "") return [];
  return [/[.!?]$/.test(slot.hint) ? slot.hint : `${slot.hint}.`];
}
