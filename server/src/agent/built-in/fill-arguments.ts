import type { JSONValue } from "@ai-sdk/provider";
import { isNeeded } from "../action-tool.ts";
import { fits, type Arguments, type Slot } from "./slots.ts";
import { findValues, kindOf, KINDS } from "./values/find-values.ts";
import { findCues, findStory, isStory, labelsOf, quotedIn, type Cue } from "./values/free-text.ts";
import { readAnswer } from "./values/read-answer.ts";
import { overlap, type Span, type ValueContext } from "./values/span.ts";
import { fold, foldedWords, indexOfPhrase } from "./words.ts";

type Stretch = Pick<Span, "start" | "end">;

/**
 * The values that a message gives without being asked: by label, by type, and free text by its cues. One that stands
 * in `given` already is passed over where there is another: "not ORD-1, ORD-2".
 */
export function findArguments(
  slots: readonly Slot[],
  text: string,
  context: ValueContext,
  given: Arguments = {},
): Arguments {
  const cues = findCues(slots, text);
  const labelled = readCues(slots, cues, context);
  const rest = slots.filter((slot) => !Object.hasOwn(labelled, slot.name));
  const typed = findTyped(rest, text, [...cues.values()], context, given);
  const open = rest.filter((slot) => isNeeded(slot) && kindOf(slot) === "text");
  const known = new Set(Object.values(typed).map((value) => fold(JSON.stringify(value))));
  const story = Object.entries(findFreeText(open, text, [...cues.values()])).filter(
    ([, value]) => !known.has(fold(JSON.stringify(value))),
  );
  const found = { ...labelled, ...typed, ...Object.fromEntries(story) };
  const unfit = slots
    .filter(({ name }) => Object.hasOwn(found, name))
    .filter((slot) => !fits(slot, found[slot.name] ?? null));
  const names = new Set(unfit.map(({ name }) => name));
  return Object.fromEntries(Object.entries(found).filter(([name]) => !names.has(name)));
}

function readCues(parameters: readonly Slot[], cues: Map<string, Cue>, context: ValueContext): Arguments {
  return Object.fromEntries(
    parameters.flatMap((parameter) => {
      const cue = cues.get(parameter.name);
      const value = cue && readAnswer(parameter, cue.text, context);
      return value === undefined ? [] : [[parameter.name, value]];
    }),
  );
}

/** A value serves one parameter only; the kinds that are surest to tell take theirs first. */
function findTyped(
  parameters: readonly Slot[],
  text: string,
  taken: readonly Stretch[],
  context: ValueContext,
  given: Arguments,
): Arguments {
  const values = new Map<string, JSONValue>();
  const used: Stretch[] = [...taken];
  const ordered = parameters.toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const parameter of ordered) {
    const free = findValues(parameter, text, context).filter(
      (span) => !used.some((each) => overlap(each, span)),
    );
    const others = parameters.filter((each) => each !== parameter && kindOf(each) === kindOf(parameter));
    const anew = free.filter((span) => span.value !== given[parameter.name]);
    const picked = parameter.isArray
      ? free
      : pickSpan(parameter, others, anew.length > 0 ? anew : free, text);
    used.push(...picked);
    const [first] = picked.map((span) => span.value);
    if (first === undefined) continue;
    values.set(parameter.name, parameter.isArray ? picked.map((span) => span.value) : first);
  }
  return Object.fromEntries(values);
}

function rankOf(parameter: Slot): number {
  return KINDS.indexOf(kindOf(parameter)) * 2 + Number(!isNeeded(parameter));
}

/** The value that stands after the parameter's label; else the first that no other label claims. */
function pickSpan(parameter: Slot, others: Slot[], spans: Span[], text: string): Span[] {
  const own = spans.find((span) => isAnnounced(parameter, span, spans, text));
  if (own) return [own];
  if (isCount(parameter) && !isNeeded(parameter)) return [];
  return spans.filter((span) => !others.some((other) => isAnnounced(other, span, spans, text))).slice(0, 1);
}

function isAnnounced(parameter: Slot, span: Span, spans: Span[], text: string): boolean {
  const before = Math.max(0, ...spans.filter((each) => each.end <= span.start).map((each) => each.end));
  const lead = foldedWords(text.slice(before, span.start)).slice(-6);
  const next = isCount(parameter) ? foldedWords(text.slice(span.end, span.end + 80)).slice(0, 1) : [];
  return labelsOf(parameter).some(
    (label) => indexOfPhrase(lead, label) >= 0 || indexOfPhrase(next, label) === 0,
  );
}

/** Counts stand before their noun as well: "4 guests". */
function isCount(parameter: Slot): boolean {
  return parameter.type === "number" || parameter.type === "integer";
}

/** Quoted texts in the parameters' order; else the visitor's story for the parameter that is named for one. */
function findFreeText(parameters: Slot[], text: string, cues: Cue[]): Arguments {
  const quoted = quotedIn(text);
  const single = parameters.filter((parameter) => !parameter.isArray);
  const main = single.find(isStory) ?? single[0];
  if (main === undefined) return {};
  if (quoted.length === 1) return { [main.name]: quoted[0] as string };
  if (quoted.length > 1) {
    return Object.fromEntries(single.flatMap((each, at) => (quoted[at] ? [[each.name, quoted[at]]] : [])));
  }
  const story = findStory(text, cues);
  return story === undefined || story.length > 2_000 ? {} : { [main.name]: story };
}
