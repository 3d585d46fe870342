import type { LanguageModelV4CallOptions, LanguageModelV4Message } from "@ai-sdk/provider";
import type { Action } from "@errand/shared/action";
import { pickText } from "@errand/shared/locale";
import type { LocalizedText } from "@errand/shared/wire";
import type { StoredAction } from "../actions/stored-action.ts";
import { toActionTool } from "../agent/action-tool.ts";
import { errandOptions, systemPrompt } from "../agent/prompt.ts";
import { CACHED, UNSTORED } from "../agent/vendor-options.ts";
import { rememberByText } from "../remember.ts";
import { handOverTools } from "./hand-over.ts";
import { recentMessages, toModelMessages } from "./history.ts";
import { toPageTool } from "./page-tools.ts";
import { hiddenActions, offeredActions, type TurnContext } from "./turn-context.ts";

/** What a model is asked with: the site's part first, which stays the same from turn to turn. */
export function toCallOptions(context: TurnContext): LanguageModelV4CallOptions {
  const { site, locale, visitor, writer, earlier } = context;
  const timeZone = context.timeZone ?? site.settings.timeZone ?? undefined;
  const facts = {
    siteName: site.settings.name,
    instructions: site.settings.instructions,
    locale,
    verification: visitor.verification,
    greeting: textFor(context, site.settings.greeting),
    starters: site.settings.starters.map((starter) => textFor(context, starter)).filter(Boolean),
    today: todayIn(timeZone),
    timeZone,
  };
  const { signIn, denied } = hiddenActions(context);
  const hidden = { signInActions: signIn.map(definitionOf), deniedActions: denied.map(definitionOf) };
  return {
    prompt: [
      {
        role: "system",
        content: systemPrompt({
          ...facts,
          signInActions: hidden.signInActions.map(({ name }) => name),
          deniedActions: hidden.deniedActions.map(({ name }) => name),
        }),
        providerOptions: CACHED,
      },
      ...cacheLast(toModelMessages(recentMessages([...earlier, writer.message]))),
    ],
    tools: [
      ...offeredActions(context).map(({ definition }) => toActionTool(definition)),
      ...(context.pageTools ?? []).map(toPageTool),
      ...handOverTools(context),
    ],
    toolChoice: { type: "auto" },
    providerOptions: {
      ...UNSTORED,
      ...errandOptions({ locale, timeZone, siteName: facts.siteName, ...hidden }),
    },
  };
}

const definitionOf = ({ definition }: StoredAction): Action => definition;

/** The calendar's day where the visitor is, as `YYYY-MM-DD`, which is how Swedish writes it. */
function todayIn(timeZone = "UTC"): string {
  return dayAt(`${Math.floor(Date.now() / MINUTE_MS)} ${timeZone}`);
}

const MINUTE_MS = 60_000;
const MAX_TIME_ZONES = 100;

/** The day at a minute in a zone, such as `29000000 Asia/Baku`: no day begins within a minute. */
const dayAt = rememberByText((place) => {
  const [minute, timeZone = "UTC"] = place.split(" ");
  return dayFormat(timeZone).format(new Date(Number(minute) * MINUTE_MS));
}, MAX_TIME_ZONES);

/** To make one costs as much as to ask the model. */
const dayFormat = rememberByText(
  (timeZone) => new Intl.DateTimeFormat("sv-SE", { timeZone }),
  MAX_TIME_ZONES,
);

function textFor({ locale, site }: TurnContext, text: LocalizedText): string {
  return pickText(text, locale, site.settings.defaultLocale) ?? "";
}

/** The next step of the turn begins with all of this one. */
function cacheLast(messages: LanguageModelV4Message[]): LanguageModelV4Message[] {
  const last = messages.at(-1);
  return last ? [...messages.slice(0, -1), { ...last, providerOptions: CACHED }] : messages;
}
