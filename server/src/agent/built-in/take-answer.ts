import type { JSONValue } from "@ai-sdk/provider";
import { askAgain } from "./ask-for.ts";
import {
  listActions,
  proceed,
  speak,
  speakAndTakeUp,
  type Filling,
  type Scene,
  type State,
  type Step,
} from "./dialogue.ts";
import { findArguments } from "./fill-arguments.ts";
import { findWish } from "./find-wishes.ts";
import { isBare, isCancel, opensCorrection, smallTalkOf, wantsPerson } from "./intent.ts";
import { VERBATIM } from "./matching/match-action.ts";
import { fits } from "./slots.ts";
import { correct } from "./take-correction.ts";
import { grantAll, handOver, takeMessage } from "./take-message.ts";
import { findChoices } from "./values/choices.ts";
import { findValues, kindOf } from "./values/find-values.ts";
import { findCues } from "./values/free-text.ts";
import { readAnswer } from "./values/read-answer.ts";
import { without } from "./values/span.ts";

/** A question that fits an action this well is asked for its own sake, even where any text is an answer. */
const NEW_QUESTION = 0.75;

/** Takes a message as the answer to the question that was asked, unless it cancels, corrects or wishes for something else. */
export function takeAnswer(scene: Scene, state: State, filling: Filling, text: string): Step {
  if (isCancel(text) && findChoices(filling.asking, text).length === 0)
    return speakAndTakeUp(scene, { ...state, filling: undefined }, scene.say.cancelled);
  if (wantsPerson(text) && scene.handOver) return handOver(scene, state, scene.handOver, text);
  if (smallTalkOf(text) === "help") return speak(state, listActions(scene));
  const corrected = opensCorrection(text) ? correctEarlier(scene, filling, text) : undefined;
  if (corrected) return proceed(scene, state, [corrected]);
  return kindOf(filling.asking) === "text"
    ? takeText(scene, state, filling, text)
    : takeTyped(scene, state, filling, text);
}

/** Any text is an answer here, so only another action's very words or a plain question lead away. */
function takeText(scene: Scene, state: State, filling: Filling, text: string): Step {
  const isQuestion = /[?？؟]\s*$/u.test(text);
  const wish = findWish(scene, text, isQuestion ? NEW_QUESTION : VERBATIM);
  if (wish && !("tool" in wish && wish.tool === filling.tool))
    return grantAll(scene, state, [{ wish, text }]);
  const cue = findCues([filling.asking], text).get(filling.asking.name);
  const isCue = cue !== undefined && isBare(text.slice(0, cue.start));
  const value = readFitting(scene, filling, isCue ? cue.text : text);
  return value === undefined ? miss(scene, state, filling) : accept(scene, state, filling, value);
}

function takeTyped(scene: Scene, state: State, filling: Filling, text: string): Step {
  const value = readFitting(scene, filling, text) ?? readInsistence(filling, text);
  if (value !== undefined) {
    const missing = filling.tool.slots.filter(
      (slot) => slot !== filling.asking && !Object.hasOwn(filling.values, slot.name),
    );
    const rest = without(text, findValues(filling.asking, text, scene.values));
    const values = { ...filling.values, ...findArguments(missing, rest, scene.values) };
    return accept(scene, state, { ...filling, values }, value);
  }
  const wish = findWish(scene, text);
  if (wish && !("tool" in wish && wish.tool === filling.tool)) {
    return takeMessage(scene, { ...state, filling: undefined }, text);
  }
  if (smallTalkOf(text) === "who") return takeMessage(scene, state, text);
  return miss(scene, state, filling);
}

function readFitting(scene: Scene, { asking }: Filling, text: string): JSONValue | undefined {
  const value = readAnswer(asking, text, scene.values);
  return value !== undefined && fits(asking, value) ? value : undefined;
}

/** A hint's example is no rule: a code of another shape is taken when the visitor gives one a second time. */
function readInsistence({ asking, misses }: Filling, text: string): string | undefined {
  const code = text.trim();
  const isCode =
    kindOf(asking) === "code" && !asking.isArray && /^\S*\d\S*$/.test(code) && code.length <= 100;
  return isCode && misses > 0 && fits(asking, code) ? code : undefined;
}

function accept(scene: Scene, state: State, filling: Filling, value: JSONValue): Step {
  const values = { ...filling.values, [filling.asking.name]: value };
  return proceed(scene, state, [{ tool: filling.tool, values }]);
}

function miss(scene: Scene, state: State, filling: Filling): Step {
  const again = { ...filling, misses: filling.misses + 1 };
  return speak({ ...state, filling: again }, askAgain(filling.asking, scene));
}

/** "No, ORD-124" while something else is asked for: a value that was given before is replaced. */
function correctEarlier(scene: Scene, filling: Filling, text: string) {
  const given = filling.tool.slots.filter(
    (slot) => Object.hasOwn(filling.values, slot.name) && kindOf(slot) !== "text",
  );
  const isOfAsked = readAnswer(filling.asking, text, scene.values) !== undefined;
  if (isOfAsked && kindOf(filling.asking) !== "text") return undefined;
  return correct(scene, filling, text, given);
}
