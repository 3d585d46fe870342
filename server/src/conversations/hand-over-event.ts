import type { DeliveryEvent, EventVisitor, TranscriptLine } from "../deliveries/delivery.ts";
import { toVisitorView, type Visitor } from "../identity/visitor.ts";
import { timestamp } from "../storage/database.ts";
import { isToolPart, textOf, type StoredMessage } from "./message.ts";
import type { TurnRequest } from "./turn-context.ts";

/** The longest transcript that is sent, in UTF-16 code units; of a longer one the beginning stays out. */
const MAX_TRANSCRIPT_LENGTH = 60_000;

/** What the owner's side is told when a conversation is handed over. */
export function handOverEvent(
  request: TurnRequest,
  messages: readonly StoredMessage[],
  { reason, contact }: { reason: string; contact: string | undefined },
): DeliveryEvent {
  const data = dataOf(request, contact);
  const transcript = toTranscript(messages);
  return { type: "conversation.handed_over", timestamp: timestamp(), data: { ...data, reason, transcript } };
}

/** What the owner's side is told of a message while the conversation is with a person. */
export function messageEvent(request: TurnRequest, message: { id: string; text: string }): DeliveryEvent {
  const at = timestamp();
  return {
    type: "conversation.message",
    timestamp: at,
    data: { ...dataOf(request, undefined), message: { ...message, at } },
  };
}

function dataOf({ site, conversationId, locale, visitor }: TurnRequest, contact: string | undefined) {
  return {
    site: { id: site.id, name: site.settings.name },
    conversation: conversationId,
    locale,
    visitor: toEventVisitor(visitor, contact),
  };
}

function toEventVisitor(visitor: Visitor, contact: string | undefined): EventVisitor {
  const view = toVisitorView(visitor);
  const known = (["user_id", "user_email", "user_name"] as const).filter((name) => view[name] !== undefined);
  const verified = visitor.verification === "jwt" ? known : known.filter((name) => name === "user_id");
  return { ...view, verified, ...(contact === undefined ? {} : { contact }) };
}

function toTranscript(messages: readonly StoredMessage[]): TranscriptLine[] {
  const lines: TranscriptLine[] = [];
  let length = 0;
  for (const message of messages.toReversed()) {
    const line = toLine(message);
    length += line.text.length;
    if (length > MAX_TRANSCRIPT_LENGTH) break;
    if (line.text !== "" || line.actions) lines.unshift(line);
  }
  return lines;
}

function toLine(message: StoredMessage): TranscriptLine {
  const calls = message.parts.filter(isToolPart).filter(({ hidden }) => !hidden);
  const actions = calls.map((part) => ({
    name: part.toolMetadata?.name ?? part.toolName,
    state: part.state,
  }));
  return {
    role: message.role === "user" ? "visitor" : (message.author ?? "assistant"),
    text: textOf(message),
    at: message.createdAt,
    ...(actions.length > 0 ? { actions } : {}),
  };
}
