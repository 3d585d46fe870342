import type { HiddenAction } from "../prompt.ts";
import { askFor } from "./ask-for.ts";
import type { Matcher } from "./matching/match-action.ts";
import type { Sentences } from "./sentences/language.ts";
import { findMissing, type Arguments, type Slot } from "./slots.ts";
import type { BuiltInTool } from "./tools.ts";
import type { ValueContext } from "./values/span.ts";

/** What a conversation takes place in: the same for all of its messages. */
export interface Scene {
  tools: BuiltInTool[];
  signInActions: HiddenAction[];
  /** Those that are not for this visitor, and are not spoken of unless somebody asks. */
  deniedActions: HiddenAction[];
  /** The way to a person, where there is one. */
  handOver: BuiltInTool | undefined;
  siteName: string;
  /** Scores the tools, then the actions that need signing in, then those that are not for this visitor. */
  match: Matcher;
  say: Sentences;
  /** BCP 47 tag of the language to answer in. */
  locale: string;
  values: ValueContext;
}

/** A call and its values by slot. */
export interface ToolCall {
  tool: BuiltInTool;
  values: Arguments;
}

/** An action that still lacks a value, which was asked for. */
export interface Filling extends ToolCall {
  asking: Slot;
  /** How many answers in a row did not fit. */
  misses: number;
}

/** What a message asks for: a tool, or an action that needs signing in first, or is not for this visitor. */
export type Wish = { tool: BuiltInTool } | { hidden: HiddenAction; isDenied: boolean };

/** Where a conversation stands between two messages. */
export interface State {
  filling?: Filling | undefined;
  /** Wishes that a message fits equally well, and the message: the visitor was asked which. */
  choosing?: { wishes: Wish[]; text: string } | undefined;
  /** What else was asked for, to be taken up next. */
  queue: readonly ToolCall[];
  last?: ToolCall | undefined;
}

/** What is said, and what is called after it. */
export interface Decision {
  text: string;
  calls: readonly ToolCall[];
  /** The slot that the text asks for. */
  asks?: string | undefined;
}

export interface Step {
  state: State;
  decision: Decision;
}

/** Says something; the conversation stands where `state` says. */
export function speak(state: State, text: string): Step {
  return { state, decision: { text, calls: [] } };
}

/** Makes the calls that lack nothing; else asks for the first value that is missing. The rest waits for its turn. */
export function proceed(scene: Scene, state: State, calls: readonly ToolCall[]): Step {
  const idle: State = { ...state, filling: undefined, choosing: undefined };
  const ready = calls.filter((call) => findMissing(call.tool.slots, call.values) === undefined);
  const open = calls.filter((call) => !ready.includes(call));
  if (ready.length > 0) {
    const queue = [...open, ...state.queue];
    return { state: { ...idle, queue, last: ready.at(-1) }, decision: { text: "", calls: ready } };
  }
  const [first, ...others] = open;
  const asking = first && findMissing(first.tool.slots, first.values);
  if (first === undefined || asking === undefined) return speak(idle, scene.say.noted);
  const filling = { ...first, asking, misses: 0 };
  return speak({ ...idle, filling, queue: [...others, ...state.queue] }, askFor(asking, scene));
}

/** Takes up what waits; undefined when nothing does. */
function takeUp(scene: Scene, state: State): Step | undefined {
  if (state.queue.length === 0) return undefined;
  return proceed(scene, { ...state, queue: [] }, state.queue);
}

/** Says something, and goes on with what waits. */
export function speakAndTakeUp(scene: Scene, state: State, text: string): Step {
  const next = takeUp(scene, state);
  if (next === undefined) return speak(state, text);
  const said = [text, next.decision.text].filter(Boolean).join("\n\n");
  return { state: next.state, decision: { ...next.decision, text: said } };
}

/** The actions that the visitor can ask for, as a list. */
export function listActions({ say, tools, signInActions }: Scene): string {
  const now = tools.length > 0 ? `${say.canDo}\n\n${listNames(tools)}` : "";
  const later = signInActions.length > 0 ? `${say.canDoAfterSignIn}\n\n${listNames(signInActions)}` : "";
  return [now, later].filter(Boolean).join("\n\n") || say.canDoNothing;
}

export function listNames(actions: readonly { name: string }[]): string {
  return actions.map(({ name }) => `- ${name}`).join("\n");
}

export function nameOf(wish: Wish): string {
  return "tool" in wish ? wish.tool.name : wish.hidden.name;
}
