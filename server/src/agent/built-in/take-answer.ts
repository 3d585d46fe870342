import type { JSONValue } from "@ai-sdk/provider";
import { askAgain } from "./ask-for.ts";
import {
  findWish,
  listActions,
  proceed,
  speak,
  type Filling,
  type Scene,
  type State,
  type Step,
} from "./dialogue.ts";
import { findArguments } from "./fill-arguments.ts";
import { isBare, isCancel, opensCorrection, smallTalkOf } from "./intent.ts";
import { correct, grant } from "./take-message.ts";
import { findChoices } from "./values/choices.ts";
import { kindOf } from "./values/find-values.ts";
import { findCues } from "./values/free-text.ts";
import { readAnswer } from "./values/read-answer.ts";

/** Takes a message as the answer to the question that was asked, unless it cancels, corrects or wishes for something else. */
export function takeAnswer(scene: Scene, state: State, filling: Filling, text: string): Step {
  if (isCancel(text) && findChoices(filling.asking, text).length === 0)
    return speak({ ...state, filling: undefined }, scene.say.cancelled);
  const corrected = opensCorrection(text) ? correctEarlier(scene, filling, text) : undefined;
  if (corrected) return proceed(scene, state, corrected);
  return kindOf(filling.asking) === "text"
    ? takeText(scene, state, filling, text)
    : takeTyped(scene, state, filling, text);
}

/** Any text is an answer here, so only the very words of another action lead away from the question. */
function takeText(scene: Scene, state: State, filling: Filling, text: string): Step {
  const wish = findWish(scene, text, 1);
  if (wish) return grant(scene, state, wish, text);
  const cue = findCues([filling.asking], text).get(filling.asking.name);
  const isCue = cue !== undefined && isBare(text.slice(0, cue.start));
  const value = readAnswer(filling.asking, isCue ? cue.text : text, scene.values);
  return value === undefined ? miss(scene, state, filling) : accept(scene, state, filling, value);
}

function takeTyped(scene: Scene, state: State, filling: Filling, text: string): Step {
  const value = readAnswer(filling.asking, text, scene.values) ?? readInsistence(filling, text);
  if (value !== undefined) {
    const missing = filling.tool.parameters.filter(({ name }) => !Object.hasOwn(filling.values, name));
    const values = { ...filling.values, ...findArguments(missing, text, scene.values) };
    return accept(scene, state, { ...filling, values }, value);
  }
  const wish = findWish(scene, text);
  if (wish && !("tool" in wish && wish.tool === filling.tool)) return grant(scene, state, wish, text);
  if (smallTalkOf(text) === "help") return speak(state, listActions(scene));
  return miss(scene, state, filling);
}

/** A hint's example is no rule: a code of another shape is taken when the visitor gives one a second time. */
function readInsistence({ asking, misses }: Filling, text: string): string | undefined {
  const code = text.trim();
  const isCode =
    kindOf(asking) === "code" && !asking.isArray && /^\S*\d\S*$/.test(code) && code.length <= 100;
  return isCode && misses > 0 ? code : undefined;
}

function accept(scene: Scene, state: State, filling: Filling, value: JSONValue): Step {
  const values = { ...filling.values, [filling.asking.name]: value };
  return proceed(scene, state, { tool: filling.tool, values });
}

function miss(scene: Scene, state: State, filling: Filling): Step {
  const again = { ...filling, misses: filling.misses + 1 };
  return speak({ ...state, filling: again }, askAgain(filling.asking, scene.say));
}

/** "No, ORD-124" while something else is asked for: a value that was given before is replaced. */
function correctEarlier(scene: Scene, filling: Filling, text: string) {
  const given = filling.tool.parameters.filter(
    (parameter) => Object.hasOwn(filling.values, parameter.name) && kindOf(parameter) !== "text",
  );
  const isOfAsked = readAnswer(filling.asking, text, scene.values) !== undefined;
  if (isOfAsked && kindOf(filling.asking) !== "text") return undefined;
  const corrected = correct(
    scene,
    { tool: { ...filling.tool, parameters: given }, values: filling.values },
    text,
  );
  return corrected && { tool: filling.tool, values: corrected.values };
}
