import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { replyLocale } from "./detect-language.ts";
import { listActions, speakAndTakeUp, type Decision, type Scene, type State, type Step } from "./dialogue.ts";
import { matcherFor } from "./matching/matcher-for.ts";
import { readCall } from "./read-call.ts";
import { readPrompt, type PromptEvent } from "./read-prompt.ts";
import { sentencesFor } from "./sentences/sentences.ts";
import { takeAnswer } from "./take-answer.ts";
import { takeChoice } from "./take-choice.ts";
import { takeMessage } from "./take-message.ts";
import { HAND_OVER, readCallOptions, readTools } from "./tools.ts";
import { wordResults } from "./word-results.ts";

/** Visitor's messages that are gone through again; what was said before them is settled. */
const MAX_MESSAGES = 12;

/**
 * What to say or call next. The whole conversation is in the prompt, so the answer follows from it alone: the messages
 * and results are gone through in order, and the last of them is answered.
 */
export function decide(options: LanguageModelV4CallOptions, now: Date): Decision {
  const events = recentEvents(readPrompt(options.prompt));
  const scene = createScene(options, events, now);
  let step: Step = { state: { queue: [] }, decision: { text: introduce(scene), calls: [] } };
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at];
    if (event?.type === "message") step = take(scene, step.state, event.text);
    else if (event?.type === "call") step = afterCall(scene, step.state, event);
    else if (events[at + 1]?.type !== "result")
      step = afterResults(scene, step.state, events.slice(0, at + 1));
  }
  const { decision, state } = step;
  return decision.calls.length === 0 ? { ...decision, asks: state.filling?.asking.name } : decision;
}

function recentEvents(events: PromptEvent[]): PromptEvent[] {
  const messages = events.flatMap((event, at) => (event.type === "message" ? [at] : []));
  return events.slice(messages.at(-MAX_MESSAGES) ?? 0);
}

function createScene(options: LanguageModelV4CallOptions, events: readonly PromptEvent[], now: Date): Scene {
  const offered = readTools(options);
  const tools = offered.filter(({ identifier }) => identifier !== HAND_OVER);
  const { locale, timeZone, siteName, signInActions, deniedActions } = readCallOptions(options);
  const texts = events.flatMap((event) => (event.type === "message" ? [event.text] : []));
  const spoken = replyLocale(texts, locale);
  return {
    tools,
    signInActions,
    deniedActions,
    handOver: offered.find(({ identifier }) => identifier === HAND_OVER),
    siteName,
    match: matcherFor([...tools, ...signInActions, ...deniedActions]),
    say: sentencesFor(spoken),
    locale: spoken,
    values: { locale, now, timeZone },
  };
}

function introduce(scene: Scene): string {
  return `${scene.say.greeting(scene.siteName)} ${listActions(scene)}`;
}

function take(scene: Scene, state: State, text: string): Step {
  if (state.choosing) return takeChoice(scene, state, state.choosing, text);
  if (state.filling) return takeAnswer(scene, state, state.filling, text);
  return takeMessage(scene, state, text);
}

/** What was called is what counts, whatever these messages would lead to now. */
function afterCall(scene: Scene, state: State, event: Extract<PromptEvent, { type: "call" }>): Step {
  const last = readCall(scene, event) ?? state.last;
  const settled: State = { queue: state.queue, last };
  return { state: settled, decision: { text: scene.say.unknown, calls: [] } };
}

function afterResults(scene: Scene, state: State, events: readonly PromptEvent[]): Step {
  const from = events.findLastIndex((event) => event.type !== "result") + 1;
  const results = events.slice(from).filter((event) => event.type === "result");
  return speakAndTakeUp(scene, state, wordResults(scene, results));
}
