import {
  listActions,
  listNames,
  nameOf,
  proceed,
  speak,
  type Scene,
  type State,
  type Step,
  type ToolCall,
  type Wish,
} from "./dialogue.ts";
import { findArguments } from "./fill-arguments.ts";
import { findWishes, type PlacedWish } from "./find-wishes.ts";
import { isCancel, isRetry, pointsBack, smallTalkOf, wantsPerson, type SmallTalk } from "./intent.ts";
import { findByCode, fanOut } from "./take-codes.ts";
import { correctLast } from "./take-correction.ts";
import type { Arguments, Slot } from "./slots.ts";
import type { BuiltInTool } from "./tools.ts";
import { findEmails, findPhones } from "./values/contacts.ts";
import { kindOf } from "./values/find-values.ts";

const MAX_REASON = 500;

/** Answers a message while no value is being asked for. */
export function takeMessage(scene: Scene, state: State, text: string): Step {
  const talk = smallTalkOf(text);
  if (talk) return speak(state, answerSmallTalk(scene, talk));
  if (isRetry(text)) return retry(scene, state);
  const wishes = findWishes(scene, text);
  const person = wantsPerson(text) ? callPerson(scene, state, text, wishes) : undefined;
  if (person) return person;
  const corrected = state.last && correctLast(scene, state.last, text);
  const isOther =
    "unsure" in wishes ||
    wishes.found.some(({ wish }) => !("tool" in wish) || wish.tool !== state.last?.tool);
  if (corrected && !isOther) return proceed(scene, state, [corrected]);
  if ("unsure" in wishes) return askWhich(scene, state, wishes.unsure, text);
  if (wishes.found.length > 0) return grantAll(scene, state, wishes.found);
  const tool = findByCode(scene.tools, text);
  if (tool) return grantAll(scene, state, [{ wish: { tool }, text }]);
  if (isCancel(text)) return speak({ ...state, queue: [] }, scene.say.noted);
  return speak(state, `${scene.say.notUnderstood}\n\n${listActions(scene)}`);
}

/** Begins the actions that a message asks for, with the values that it gives. */
export function grantAll(scene: Scene, state: State, wishes: readonly PlacedWish[]): Step {
  const idle: State = { ...state, filling: undefined, choosing: undefined };
  const refusals: string[] = [];
  const calls: ToolCall[] = [];
  for (const { wish, text } of wishes) {
    if ("hidden" in wish) refusals.push(refuse(scene, wish));
    else if (!wish.tool.isFillable) refusals.push(scene.say.cannotFill(wish.tool.name));
    else calls.push(...begin(scene, wish.tool, calls.at(-1) ?? state.last, text));
  }
  if (calls.length === 0) return speak(idle, refusals.join("\n\n"));
  const step = proceed(scene, idle, calls);
  const text = [...refusals, step.decision.text].filter(Boolean).join("\n\n");
  return { ...step, decision: { ...step.decision, text } };
}

function refuse({ say }: Scene, { hidden, isDenied }: Extract<Wish, { isDenied: boolean }>): string {
  return isDenied ? say.notForYou(hidden.name) : say.signInFirst(hidden.name);
}

/** A call for each code that the message names for the tool's only code; else one call. */
function begin(scene: Scene, tool: BuiltInTool, last: ToolCall | undefined, text: string): ToolCall[] {
  const found = findArguments(tool.slots, text, scene.values);
  const values = pointsBack(text) ? { ...carryOver(tool, last), ...found } : found;
  return fanOut(tool, text, values);
}

/** The codes that the tool shares with the last call: "cancel it" after an order was looked up. */
function carryOver(tool: BuiltInTool, last: ToolCall | undefined): Arguments {
  const shared = tool.slots.filter((slot) => {
    const same = last?.tool.slots.find(({ name }) => name === slot.name);
    return same !== undefined && kindOf(same) === "code" && kindOf(slot) === "code";
  });
  const names = new Set(shared.map(({ name }) => name));
  return Object.fromEntries(Object.entries(last?.values ?? {}).filter(([name]) => names.has(name)));
}

export function askWhich(scene: Scene, state: State, wishes: Wish[], text: string): Step {
  const names = wishes.map((wish) => ({ name: nameOf(wish) }));
  const choosing = { wishes, text };
  return speak({ ...state, choosing }, `${scene.say.whichOne}\n\n${listNames(names)}`);
}

/** The way to a person; without one, an action that the owner meant for it, or where else to turn. */
function callPerson(
  scene: Scene,
  state: State,
  text: string,
  wishes: ReturnType<typeof findWishes>,
): Step | undefined {
  if (scene.handOver) return handOver(scene, state, scene.handOver, text);
  const isKnown = "unsure" in wishes || wishes.found.length > 0;
  return isKnown ? undefined : speak(state, scene.say.noPerson);
}

/** Calls the hand-over; what it wants to know of the visitor's need is the visitor's own words. */
export function handOver(scene: Scene, state: State, tool: BuiltInTool, text: string): Step {
  const isWords = (slot: Slot) => kindOf(slot) === "text" && (slot.required || slot.name === "reason");
  const words = tool.slots.filter(isWords).map(({ name }) => [name, text.slice(0, MAX_REASON)] as const);
  const contact = tool.slots.some(({ name }) => name === "contact") ? findContact(scene, text) : undefined;
  const values = { ...Object.fromEntries(words), ...(contact === undefined ? {} : { contact }) };
  return proceed(scene, { ...state, queue: [] }, [{ tool, values }]);
}

function findContact(scene: Scene, text: string): string | undefined {
  const [address] = [...findEmails(text), ...findPhones(text, scene.values)];
  return address && text.slice(address.start, address.end);
}

function retry(scene: Scene, state: State): Step {
  return state.last ? proceed(scene, state, [state.last]) : speak(state, scene.say.cannotRepeat);
}

function answerSmallTalk(scene: Scene, talk: SmallTalk): string {
  const { say, siteName } = scene;
  switch (talk) {
    case "greeting":
      return `${say.greeting(siteName)} ${listActions(scene)}`;
    case "help":
      return listActions(scene);
    case "who":
      return `${say.who(siteName)} ${listActions(scene)}`;
    default:
      return say[talk];
  }
}
