import type { Parameter } from "@errand/shared/action";
import { isNeeded } from "../action-tool.ts";
import type { SignInAction } from "../prompt.ts";
import { askFor } from "./ask-for.ts";
import type { Arguments } from "./fill-arguments.ts";
import { CONFIDENT, type Matcher } from "./match-action.ts";
import type { Sentences } from "./sentences/language.ts";
import type { BuiltInTool } from "./tools.ts";
import { findOwnCodes } from "./values/patterns.ts";
import type { ValueContext } from "./values/span.ts";

const CODE_BONUS = 0.25;

/** What a conversation takes place in: the same for all of its messages. */
export interface Scene {
  tools: BuiltInTool[];
  signInActions: SignInAction[];
  siteName: string;
  /** Scores the tools, then the actions that need signing in. */
  match: Matcher;
  say: Sentences;
  values: ValueContext;
}

/** A call and its arguments. */
export interface ToolCall {
  tool: BuiltInTool;
  values: Arguments;
}

/** An action that still lacks a value, which was asked for. */
export interface Filling extends ToolCall {
  asking: Parameter;
  /** How many answers in a row did not fit. */
  misses: number;
}

/** Where a conversation stands between two messages. */
export interface State {
  filling: Filling | undefined;
  last: ToolCall | undefined;
}

export type Decision = { type: "say"; text: string } | ({ type: "call" } & ToolCall);

export interface Step {
  state: State;
  decision: Decision;
}

/** Says something; the conversation stands where `state` says. */
export function speak(state: State, text: string): Step {
  return { state, decision: { type: "say", text } };
}

/** Calls the tool when nothing is missing, else asks for the first value that is. */
export function proceed(scene: Scene, state: State, call: ToolCall): Step {
  const asking = call.tool.parameters.find(
    (parameter) => isNeeded(parameter) && !Object.hasOwn(call.values, parameter.name),
  );
  if (asking === undefined) {
    return { state: { filling: undefined, last: call }, decision: { type: "call", ...call } };
  }
  const filling = { ...call, asking, misses: 0 };
  return speak({ ...state, filling }, askFor(asking, scene.say));
}

/** What a message asks for: a tool, or an action that needs signing in first. */
export type Wish = { tool: BuiltInTool } | { signIn: SignInAction };

/** The action that a message fits best, the first of equals; undefined when none fits well enough. */
export function findWish(scene: Scene, text: string, least = CONFIDENT): Wish | undefined {
  const scores = scene.match(text).map((score, at) => withCodeBonus(scene.tools[at], score, text));
  const best = Math.max(0, ...scores);
  if (best < least) return undefined;
  const at = scores.indexOf(best);
  const tool = scene.tools[at];
  const signIn = scene.signInActions[at - scene.tools.length];
  if (tool) return { tool };
  return signIn && { signIn };
}

/** An order number in the message speaks for the actions that take order numbers, when other words do too. */
function withCodeBonus(tool: BuiltInTool | undefined, score: number, text: string): number {
  if (tool === undefined || score < CONFIDENT / 2) return score;
  const takesCode = tool.parameters.some((parameter) => findOwnCodes(parameter, text).length > 0);
  return takesCode ? Math.max(score, Math.min(score + CODE_BONUS, 0.99)) : score;
}

/** The actions that the visitor can ask for, as a list. */
export function listActions(scene: Scene): string {
  const list = (actions: readonly { name: string }[]) => actions.map(({ name }) => `- ${name}`).join("\n");
  const { say, tools, signInActions } = scene;
  const now = tools.length > 0 ? `${say.canDo}\n\n${list(tools)}` : "";
  const later = signInActions.length > 0 ? `${say.canDoAfterSignIn}\n\n${list(signInActions)}` : "";
  return [now, later].filter(Boolean).join("\n\n") || say.canDoNothing;
}
