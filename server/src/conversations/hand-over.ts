import type { LanguageModelV4FunctionTool } from "@ai-sdk/provider";
import { pickText } from "@errand/shared/locale";
import type { Channel } from "../deliveries/delivery.ts";
import { createId } from "../storage/ids.ts";
import { placeVisitorMessage, type Place } from "./find-reply.ts";
import { handOverEvent, messageEvent } from "./hand-over-event.ts";
import { deliveriesOf } from "./hand-over-store.ts";
import { textOf, type StoredMessage } from "./message.ts";
import type { ModelCall } from "./plan-call.ts";
import type { TurnContext, TurnDependencies, TurnRequest } from "./turn-context.ts";
import { createTurnWriter, type TurnWriter } from "./turn-writer.ts";
import { say } from "./words.ts";

/** The tool by which a model calls a person. */
export const HAND_OVER_TOOL = "errand_hand_over";

const TOOL: LanguageModelV4FunctionTool = {
  type: "function",
  name: HAND_OVER_TOOL,
  description:
    "Hands this conversation over to a person of the site's team, who reads it and answers here; you answer no more until they hand it back. Call it when the visitor asks for a person, or needs what no other tool and no instruction covers.",
  inputSchema: {
    type: "object",
    properties: {
      reason: { type: "string", description: "What the visitor needs, in one sentence for the team" },
      contact: {
        type: "string",
        description: "The visitor's e-mail address or phone number, only when they wrote one themselves",
      },
    },
    additionalProperties: false,
  },
};

const MAX_TEXT_LENGTH = 500;

/** The tool, where somebody can be reached; a preview reaches nobody. */
export function handOverTools(context: Pick<TurnContext, "site" | "isPreview" | "dependencies">) {
  return channelsOf(context).length > 0 ? [TOOL] : [];
}

type Reaching = {
  site: TurnRequest["site"];
  isPreview: boolean;
  dependencies: Pick<TurnDependencies, "handOver">;
};

function channelsOf({ site, isPreview, dependencies }: Reaching): Channel[] {
  const { enabled, webhookUrl, email } = site.settings.handOver;
  if (!enabled || isPreview) return [];
  return [
    ...(webhookUrl === null ? [] : ["webhook" as const]),
    ...(email === null || !dependencies.handOver.hasMail ? [] : ["mail" as const]),
  ];
}

/** Whether the model called for a person, and somebody can be reached. */
export function findHandOver(context: TurnContext, calls: readonly ModelCall[]): ModelCall | undefined {
  return channelsOf(context).length > 0
    ? calls.find(({ toolName }) => toolName === HAND_OVER_TOOL)
    : undefined;
}

/**
 * Hands the conversation over and tells the visitor what happens next; whatever else was called does not run. What they
 * are told is stored with it: a server that died in between would leave them with a person whom nobody told them of.
 */
export async function handOver(context: TurnContext, call: ModelCall): Promise<void> {
  const { dependencies, writer, locale } = context;
  const messages = [...context.earlier, writer.message];
  const event = handOverEvent(context, messages, readInput(context, call.input));
  const sending = {
    siteId: context.site.id,
    conversationId: context.conversationId,
    channels: channelsOf(context),
  };
  const toolCallId = createId("call");
  const told: StoredMessage = { ...structuredClone(writer.message), status: "complete" };
  tellHandedOver(context, toolCallId, createTurnWriter({ write: () => {} }, told));
  const isDone = await dependencies.handOver.store.begin(sending, event, told);
  if (!isDone) {
    showHandOver(context, toolCallId, writer);
    const message = "Nobody could be called: too many conversations are with a person already.";
    writer.fail(toolCallId, say("hand_over_failed", locale), { outcome: "remote_error", message });
    return;
  }
  dependencies.handOver.kick();
  tellHandedOver(context, toolCallId, writer);
  context.isHandedOver = true;
}

type Telling = Pick<TurnContext, "locale" | "site">;

function tellHandedOver(context: Telling, toolCallId: string, writer: TurnWriter): void {
  showHandOver(context, toolCallId, writer);
  writer.succeed(toolCallId, 0, { outcome: "ok", message: "A person of the site's team has been called." });
  const { handOver, defaultLocale } = context.site.settings;
  writer.text(
    pickText(handOver.message, context.locale, defaultLocale) || say("handed_over", context.locale),
  );
}

function showHandOver({ locale }: Telling, toolCallId: string, writer: TurnWriter): void {
  writer.showCall({
    toolCallId,
    toolName: HAND_OVER_TOOL,
    title: say("handing_over", locale),
    input: {},
    toolMetadata: { name: say("hand_over", locale), labels: {}, changes: false },
    digest: "",
    actionUpdatedAt: "",
  });
}

/** A contact that the visitor never wrote is not passed on: it may have been planted. */
function readInput(context: TurnContext, input: string): { reason: string; contact: string | undefined } {
  const { reason, contact } = parseObject(input);
  const said = context.earlier
    .filter(({ role }) => role === "user")
    .map(textOf)
    .join("\n");
  const isTheirs = typeof contact === "string" && contact.trim() !== "" && said.includes(contact.trim());
  return {
    reason: typeof reason === "string" ? reason.slice(0, MAX_TEXT_LENGTH) : "",
    contact: isTheirs ? contact.trim().slice(0, MAX_TEXT_LENGTH) : undefined,
  };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text || "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Stores what the visitor says to a person, and sends it on. */
export async function forwardMessage(
  dependencies: TurnDependencies,
  request: TurnRequest,
  message: { id: string; text: string },
): Promise<Place> {
  const { site, conversationId } = request;
  const sending = { siteId: site.id, conversationId, channels: channelsOf({ ...request, dependencies }) };
  const deliveries = deliveriesOf(sending, messageEvent(request, message));
  const place = await placeVisitorMessage(dependencies, request, message, deliveries);
  dependencies.handOver.kick();
  return place;
}
