import type { Parameter } from "@errand/shared/action";
import { isIn } from "../vocabulary/phrase-set.ts";
import { isStopWord, phrases } from "../vocabulary/phrases.ts";
import { foldedWords, indexOfPhrase, wordsOf, type Word } from "../words.ts";

const QUOTED = /"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]/gu;

/** A stretch of text that a label announces. */
export interface Cue {
  /** Where the label begins and the value ends. */
  start: number;
  end: number;
  text: string;
}

/** The text in quotation marks when it is nothing else; otherwise the text itself, trimmed. */
export function unquote(text: string): string {
  const trimmed = text.trim();
  const [quoted] = trimmed.matchAll(QUOTED);
  return quoted?.[0] === trimmed ? quoted.slice(1).join("").trim() : trimmed;
}

/** What stands in quotation marks. */
export function quotedIn(text: string): string[] {
  return [...text.matchAll(QUOTED)].map((match) => match.slice(1).join("").trim()).filter(Boolean);
}

/** What labels announce, by parameter: `subject: Late parcel`, "the subject is late parcel". */
export function findCues(parameters: readonly Parameter[], text: string): Map<string, Cue> {
  const found = parameters.flatMap((parameter) => {
    const cue = findCue(parameter, text);
    return cue ? [{ parameter, ...cue }] : [];
  });
  found.sort((a, b) => a.start - b.start);
  return new Map(
    found.map(({ parameter, start, valueStart }, at) => {
      const end = found[at + 1]?.start ?? text.length;
      const [line = ""] = text.slice(valueStart, end).trim().split(/\n|;/);
      const isCut = found[at + 1] !== undefined;
      return [parameter.name, { start, end, text: unquote(isCut ? withoutTail(line) : line) }];
    }),
  );
}

function findCue(parameter: Parameter, text: string): { start: number; valueStart: number } | undefined {
  const words = wordsOf(text);
  const folded = words.map((word) => word.text);
  for (const label of labelsOf(parameter)) {
    const at = indexOfPhrase(folded, label);
    const last = words[at + label.length - 1];
    const first = words[at];
    if (at < 0 || first === undefined || last === undefined) continue;
    const valueStart = afterLink(text, last.end, words.slice(at + label.length));
    if (valueStart !== undefined) return { start: first.start, valueStart };
  }
  return undefined;
}

/** Where the value begins when a colon, a dash or a word such as "is" follows the label. */
function afterLink(text: string, from: number, next: readonly Word[]): number | undefined {
  const sign = /^\s*(?:[:=]|[-–—]\s)\s*/u.exec(text.slice(from));
  if (sign) return from + sign[0].length;
  const length = phrases.is.lengthAt(
    next.map((word) => word.text),
    0,
  );
  return next[length - 1]?.end;
}

/** The parameter's label and name as folded words, the longer first. */
export function labelsOf(parameter: Parameter): (readonly string[])[] {
  return [foldedWords(parameter.label), foldedWords(parameter.name.replaceAll("-", " "))].filter(
    (label) => label.length > 0,
  );
}

/**
 * The visitor's own words after a colon, or after "about" and its like: "create a ticket: my parcel is broken".
 * They end where a label announces something else.
 */
export function findStory(text: string, cues: readonly Cue[]): string | undefined {
  const start = storyStart(text, cues);
  if (start === undefined) return undefined;
  const later = cues.map((cue) => cue.start).filter((at) => at >= start);
  const end = Math.min(text.length, ...later);
  const story = end < text.length ? withoutTail(text.slice(start, end)) : text.slice(start);
  return unquote(story.replace(/^\s*[,:]/, "")) || undefined;
}

function storyStart(text: string, cues: readonly Cue[]): number | undefined {
  const colon = [...text.matchAll(/:\s+(?=\S)/gu)].find(
    ({ index }) => !cues.some((cue) => cue.start <= index && index < cue.end),
  );
  if (colon) return colon.index + colon[0].length;
  const words = wordsOf(text);
  const folded = words.map((word) => word.text);
  for (let at = 1; at < words.length; at += 1) {
    const length = phrases.about.lengthAt(folded, at);
    if (length > 0) return words[at + length - 1]?.end;
  }
  return undefined;
}

/** `late delivery, and my` → `late delivery`. */
function withoutTail(text: string): string {
  const last = wordsOf(text).findLast((word) => !isStopWord(word.text));
  return text.slice(0, last?.end ?? 0);
}

/** Whether a parameter is named like one that takes the visitor's own words. */
export function isStory(parameter: Parameter): boolean {
  const labels = labelsOf(parameter);
  return labels.some((label) => isIn(label, phrases.story));
}
