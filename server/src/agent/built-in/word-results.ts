import type { Scene } from "./dialogue.ts";
import type { PromptEvent } from "./read-prompt.ts";
import { HAND_OVER, type BuiltInTool } from "./tools.ts";
import { wordOutcome } from "./word-outcome.ts";

type ResultEvent = Extract<PromptEvent, { type: "result" }>;

/** What the visitor is told of runs that ended together: each under its own name when they would be mistaken. */
export function wordResults(scene: Scene, results: readonly ResultEvent[]): string {
  const told = results.map((result) => ({ lead: leadOf(scene, result), text: wordResult(scene, result) }));
  const texts = [...new Set(told.map(({ text }) => text))];
  if (texts.length === 1) return texts[0] ?? "";
  return told.map(({ lead, text }) => `**${lead}**\n\n${text}`).join("\n\n");
}

function wordResult(scene: Scene, { identifier, input, outcome }: ResultEvent): string {
  if (identifier === HAND_OVER && outcome.outcome === "ok") return scene.say.handedOver;
  const tool = findTool(scene, identifier) ?? {
    name: identifier,
    reply: null,
    hasCard: false,
    changes: true,
  };
  const style = { locale: scene.locale, say: scene.say, timeZone: scene.values.timeZone };
  return wordOutcome(tool, input, outcome, style);
}

/** The action's name and the short values that it ran with: `Look up order: ORD-1001`. */
function leadOf(scene: Scene, { identifier, input }: ResultEvent): string {
  const name = findTool(scene, identifier)?.name ?? identifier;
  const values = Object.values(typeof input === "object" && input !== null ? input : {})
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map((value) => String(value).replaceAll(/\s+/g, " "))
    .filter((value) => value.length <= 40);
  return values.length === 0 ? name : `${name}: ${values.join(", ")}`;
}

function findTool({ tools }: Scene, identifier: string): BuiltInTool | undefined {
  return tools.find((tool) => tool.identifier === identifier);
}
