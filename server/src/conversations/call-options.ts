import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { toActionTool } from "../agent/action-tool.ts";
import { errandOptions, systemPrompt } from "../agent/prompt.ts";
import { handOverTools } from "./hand-over.ts";
import { recentMessages, toModelMessages } from "./history.ts";
import { toPageTool } from "./page-tools.ts";
import { gatedActions, offeredActions, type TurnContext } from "./turn-context.ts";

/** What a model is asked with: the site's part first, which stays the same from turn to turn. */
export function toCallOptions(context: TurnContext): LanguageModelV4CallOptions {
  const { site, locale, visitor, writer, earlier } = context;
  const facts = {
    siteName: site.settings.name,
    instructions: site.settings.instructions,
    locale,
    verification: visitor.verification,
  };
  const gated = gatedActions(context).map(({ definition }) => definition);
  return {
    prompt: [
      {
        role: "system",
        content: systemPrompt({ ...facts, signInActions: gated.map((action) => action.name) }),
      },
      ...toModelMessages(recentMessages([...earlier, writer.message])),
    ],
    tools: [
      ...offeredActions(context).map(({ definition }) => toActionTool(definition)),
      ...(context.pageTools ?? []).map(toPageTool),
      ...handOverTools(context),
    ],
    toolChoice: { type: "auto" },
    providerOptions: errandOptions({ locale, siteName: facts.siteName, signInActions: gated }),
  };
}
