import type { TokenUsage } from "@errand/shared/conversation-view";
import type { ModelOutcome } from "@errand/shared/outcome";
import type { ChatMessage, MessageMetadata, MessagePart, ToolPart } from "@errand/shared/wire";
import { timestamp } from "../storage/database.ts";

/** A tool part with what only the server keeps of it. */
export interface StoredToolPart extends ToolPart {
  /** What the model was told of the run; never sent to a browser. */
  told?: ModelOutcome;
  /** Names action and canonical arguments, for the repeat guard. */
  digest?: string;
  /** Which edition of the action was called; another one is another action. ISO 8601 UTC. */
  actionUpdatedAt?: string;
  /** Until when the page may answer a call that it runs itself. ISO 8601 UTC. */
  pageUntil?: string;
  /** Refused before anything ran (unknown action, bad arguments): the model's business, not the visitor's. */
  hidden?: boolean;
}

export type StoredPart = Exclude<MessagePart, ToolPart> | StoredToolPart;

/** One utterance as the server keeps it. `open`: its turn goes on, waits for an approval, or was cut off. */
export interface StoredMessage {
  id: string;
  role: "user" | "assistant";
  parts: StoredPart[];
  status: "open" | "complete";
  /** Somebody at the owner's side wrote it, not the model. */
  author?: "person";
  /** What models have read and written for it; the owner's business alone. */
  usage?: TokenUsage;
  createdAt: string;
}

/** What a visitor writes, as it is stored. */
export function visitorMessage({ id, text }: { id: string; text: string }): StoredMessage {
  return {
    id,
    role: "user",
    parts: [{ type: "text", text }],
    status: "complete",
    createdAt: timestamp(),
  };
}

export function isToolPart(part: StoredPart): part is StoredToolPart {
  return part.type === "dynamic-tool";
}

/** The text of a message, its parts joined. */
export function textOf(message: Pick<StoredMessage, "parts">): string {
  return message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

const lengths = new WeakMap<Pick<StoredMessage, "parts">, number>();

/** Notes how long a message is that changes no more, so that it need not be measured. */
export function noteLength(message: StoredMessage, length: number): void {
  if (message.status === "complete") lengths.set(message, length);
}

/** How long a message's parts are as JSON, in UTF-16 code units. */
export function lengthOf(message: Pick<StoredMessage, "parts">): number {
  return lengths.get(message) ?? JSON.stringify(message.parts).length;
}

/** Whether the message waits for the visitor's word. */
export function awaitsApproval(message: Pick<StoredMessage, "parts">): boolean {
  return message.parts.some((part) => isToolPart(part) && part.state === "approval-requested");
}

/** The message as a browser may see it. */
export function toChatMessage(message: StoredMessage): ChatMessage {
  const parts = message.parts.flatMap((part): MessagePart[] => {
    if (!isToolPart(part)) return [part];
    if (part.hidden) return [];
    return [toVisible(part)];
  });
  return { id: message.id, role: message.role, parts, metadata: metadataOf(message) };
}

function toVisible(part: StoredToolPart): ToolPart {
  const { told: _told, digest: _digest, actionUpdatedAt: _edition, pageUntil: _until, ...rest } = part;
  const { hidden: _hidden, ...visible } = rest;
  return visible;
}

/** What a browser is told of a message beside its parts. */
export function metadataOf({ createdAt, author }: StoredMessage): MessageMetadata {
  return { createdAt, ...(author ? { author } : {}) };
}
