import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { listActions, type Decision, type Scene, type State, type ToolCall } from "./dialogue.ts";
import type { Arguments } from "./fill-arguments.ts";
import { createMatcher } from "./match-action.ts";
import { readPrompt, type PromptEvent } from "./read-prompt.ts";
import { sentencesFor } from "./sentences/sentences.ts";
import { takeAnswer } from "./take-answer.ts";
import { takeMessage } from "./take-message.ts";
import { readCallOptions, readTools } from "./tools.ts";
import { wordOutcome } from "./word-outcome.ts";

type ResultEvent = Extract<PromptEvent, { type: "result" }>;

/**
 * What to say or call next. The whole conversation is in the prompt, so the answer follows from it alone:
 * results are worded; otherwise the messages since the last call are gone through again, and the last one is answered.
 */
export function decide(options: LanguageModelV4CallOptions, now: Date): Decision {
  const scene = createScene(options, now);
  const events = readPrompt(options.prompt);
  const results = events.slice(events.findLastIndex((event) => event.type !== "result") + 1);
  return results.length > 0 ? wordResults(scene, results as ResultEvent[]) : replay(scene, events);
}

function createScene(options: LanguageModelV4CallOptions, now: Date): Scene {
  const tools = readTools(options);
  const { locale, siteName, signInActions } = readCallOptions(options);
  return {
    tools,
    signInActions,
    siteName,
    match: createMatcher([...tools, ...signInActions]),
    say: sentencesFor(locale),
    values: { locale, now },
  };
}

function wordResults(scene: Scene, results: ResultEvent[]): Decision {
  const style = { locale: scene.values.locale, say: scene.say };
  const texts = results.map(({ identifier, input, outcome }) => {
    const tool = scene.tools.find((each) => each.identifier === identifier);
    return wordOutcome(
      tool ?? { name: identifier, reply: null, hasCard: false, changes: true },
      input,
      outcome,
      style,
    );
  });
  return { type: "say", text: [...new Set(texts)].join("\n\n") };
}

function replay(scene: Scene, events: PromptEvent[]): Decision {
  const at = events.findLastIndex((event) => event.type === "call");
  let state: State = { filling: undefined, last: readCall(scene, events[at]) };
  let decision: Decision = {
    type: "say",
    text: at < 0 ? `${scene.say.greeting(scene.siteName)} ${listActions(scene)}` : scene.say.unknown,
  };
  for (const event of events.slice(at + 1)) {
    if (event.type !== "message") continue;
    const step = state.filling
      ? takeAnswer(scene, state, state.filling, event.text)
      : takeMessage(scene, state, event.text);
    ({ state, decision } = step);
  }
  return decision;
}

function readCall(scene: Scene, event: PromptEvent | undefined): ToolCall | undefined {
  if (event?.type !== "call") return undefined;
  const tool = scene.tools.find((each) => each.identifier === event.identifier);
  const isRecord = typeof event.input === "object" && event.input !== null && !Array.isArray(event.input);
  return tool && { tool, values: isRecord ? (event.input as Arguments) : {} };
}
