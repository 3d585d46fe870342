import type { LanguageModelV4Usage } from "@ai-sdk/provider";
import type { TurnContext } from "./turn-context.ts";

/** Adds what a model says it read and wrote to the turn and to its reply. */
export function countTokens({ usage, writer: { message } }: TurnContext, said: LanguageModelV4Usage): void {
  const inputTokens = said.inputTokens.total ?? 0;
  const outputTokens = said.outputTokens.total ?? 0;
  if (inputTokens + outputTokens === 0) return;
  usage.inputTokens += inputTokens;
  usage.outputTokens += outputTokens;
  const before = message.usage ?? { inputTokens: 0, outputTokens: 0 };
  message.usage = {
    inputTokens: before.inputTokens + inputTokens,
    outputTokens: before.outputTokens + outputTokens,
  };
}

/** Adds what was counted to the site's day, once. It never rejects: a reply is whole without it. */
export async function keepTokens(context: TurnContext): Promise<void> {
  const { dependencies, site, usage } = context;
  if (usage.inputTokens + usage.outputTokens === 0) return;
  context.usage = { inputTokens: 0, outputTokens: 0 };
  try {
    await dependencies.usage.add(site.id, usage);
  } catch (error) {
    dependencies.log.error({ err: error, site: site.id }, "tokens were not counted");
  }
}
