import { findWish, listActions, proceed, speak, type Scene, type State, type Step } from "./dialogue.ts";
import type { ToolCall, Wish } from "./dialogue.ts";
import { findArguments, type Arguments } from "./fill-arguments.ts";
import { isBare, isRetry, opensCorrection, pointsBack, smallTalkOf, type SmallTalk } from "./intent.ts";
import type { BuiltInTool } from "./tools.ts";
import { findValues, kindOf } from "./values/find-values.ts";
import { findCodes, findOwnCodes } from "./values/patterns.ts";
import type { Span } from "./values/span.ts";

/** Answers a message while no value is being asked for. */
export function takeMessage(scene: Scene, state: State, text: string): Step {
  const talk = smallTalkOf(text);
  if (talk) return speak(state, answerSmallTalk(scene, talk));
  if (isRetry(text)) return retry(scene, state);
  const wish = findWish(scene, text);
  const corrected = state.last && correctLast(scene, state.last, text);
  const isSame = wish === undefined || ("tool" in wish && wish.tool === state.last?.tool);
  if (corrected && isSame) return proceed(scene, state, corrected);
  if (wish) return grant(scene, state, wish, text);
  const tool = findByCode(scene.tools, text);
  if (tool) return grant(scene, state, { tool }, text);
  return speak(state, `${scene.say.notUnderstood}\n\n${listActions(scene)}`);
}

/** Begins the action that a message asks for, with the values that it gives. */
export function grant(scene: Scene, state: State, wish: Wish, text: string): Step {
  const idle = { ...state, filling: undefined };
  if ("signIn" in wish) return speak(idle, scene.say.signInFirst(wish.signIn.name));
  const found = findArguments(wish.tool.parameters, text, scene.values);
  const values = pointsBack(text) ? { ...carryOver(wish.tool, state.last), ...found } : found;
  return proceed(scene, idle, { tool: wish.tool, values });
}

/** The codes that the tool shares with the last call: "cancel it" after an order was looked up. */
function carryOver(tool: BuiltInTool, last: ToolCall | undefined): Arguments {
  const shared = tool.parameters.filter((parameter) => {
    const same = last?.tool.parameters.find(({ name }) => name === parameter.name);
    return same !== undefined && kindOf(same) === "code" && kindOf(parameter) === "code";
  });
  const names = new Set(shared.map(({ name }) => name));
  return Object.fromEntries(Object.entries(last?.values ?? {}).filter(([name]) => names.has(name)));
}

/** The call with the values that a text gives anew, when it says nothing else; undefined when it gives none. */
export function correct(scene: Scene, call: ToolCall, text: string): ToolCall | undefined {
  const found = findArguments(call.tool.parameters, text, scene.values);
  if (Object.keys(found).length === 0) return undefined;
  return { tool: call.tool, values: { ...call.values, ...found } };
}

function correctLast(scene: Scene, last: ToolCall, text: string): ToolCall | undefined {
  const spans = last.tool.parameters.flatMap((parameter) => findValues(parameter, text, scene.values));
  const isMeant = opensCorrection(text) || (spans.length > 0 && isBare(without(text, spans)));
  return isMeant ? correct(scene, last, text) : undefined;
}

function retry(scene: Scene, state: State): Step {
  return state.last ? proceed(scene, state, state.last) : speak(state, scene.say.cannotRepeat);
}

function answerSmallTalk(scene: Scene, talk: SmallTalk): string {
  switch (talk) {
    case "greeting":
      return `${scene.say.greeting(scene.siteName)} ${listActions(scene)}`;
    case "help":
      return listActions(scene);
    default:
      return scene.say[talk];
  }
}

/** The tool whose code a message is, such as an order number: the only one, or the only one that just reads. */
function findByCode(tools: BuiltInTool[], text: string): BuiltInTool | undefined {
  const fitting = (find: typeof findCodes) =>
    tools.filter((tool) =>
      tool.parameters.some((parameter) => {
        const spans = find(parameter, text);
        return spans.length > 0 && isBare(without(text, spans));
      }),
    );
  const own = fitting(findOwnCodes);
  const candidates = own.length > 0 ? own : fitting(findCodes);
  const reading = candidates.filter((tool) => !tool.changes && !tool.asksFirst);
  const [only, ...others] = candidates.length === 1 ? candidates : reading;
  return others.length === 0 ? only : undefined;
}

function without(text: string, spans: Span[]): string {
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, span) => `${rest.slice(0, span.start)} ${rest.slice(span.end)}`, text);
}
