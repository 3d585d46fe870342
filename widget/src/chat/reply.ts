import { batch, type Signal } from "@preact/signals-core";
import type { ChatMessage, StreamChunk, ToolPart } from "@errand/shared/wire";
import { applyChunk, settle } from "./apply-chunk.ts";
import type { TurnEvents } from "./turn-events.ts";

/** Where a reply is drawn while it comes in. */
export interface ReplyOptions {
  messages: Signal<ChatMessage[]>;
  events: TurnEvents;
  /** Whether a call that is under way when the turn ends stays so. */
  isKept: (tool: ToolPart) => boolean;
  onStart: () => void;
  onError: (errorText: string) => void;
}

/** A reply on its way. */
export interface Reply {
  receive: (chunks: StreamChunk[]) => void;
  /** Leaves nothing in the reply under way. */
  finish: () => void;
  /** Begins the reply anew with the next `start`, without what stood in it before. */
  restart: () => void;
  /** Takes the reply off the screen again. */
  undo: () => void;
}

/** The messages with one of them new or changed. */
export function putMessage(messages: ChatMessage[], message: ChatMessage): ChatMessage[] {
  return messages.some(({ id }) => id === message.id)
    ? messages.map((known) => (known.id === message.id ? message : known))
    : [...messages, message];
}

/** What the server stored, then what only this page has. */
export function withHistory(messages: ChatMessage[], history: ChatMessage[]): ChatMessage[] {
  const isStored = ({ id }: ChatMessage) => history.some((known) => known.id === id);
  return [...history, ...messages.filter((message) => !isStored(message))];
}

/**
 * Follows one reply. Each `start` begins again from the messages as they were at the first one, so a stream
 * that is replayed does not say things twice.
 */
export function createReply({ messages, events, isKept, onStart, onError }: ReplyOptions): Reply {
  let base: ChatMessage[] | undefined;
  let reply: ChatMessage | undefined;
  const put = (message: ChatMessage) => {
    messages.value = putMessage(messages.peek(), message);
  };
  const receiveOne = (chunk: StreamChunk) => {
    if (chunk.type === "error") onError(chunk.errorText);
    if (chunk.type === "start") {
      onStart();
      base ??= messages.peek();
      const known = base.find(({ id }) => id === chunk.messageId);
      reply = known ?? { id: chunk.messageId, role: "assistant", parts: [] };
    }
    if (!reply) return;
    reply = applyChunk(reply, chunk);
    events.onChunk(reply, chunk);
    put(reply);
  };
  return {
    receive: (chunks) => batch(() => chunks.forEach(receiveOne)),
    finish() {
      if (!reply) return;
      put(settle(reply, isKept));
      events.onEnd(reply);
    },
    restart() {
      base = [];
    },
    undo() {
      if (!reply) return;
      const { id } = reply;
      const before = base?.find((known) => known.id === id);
      const rest = messages.peek();
      messages.value = before ? putMessage(rest, before) : rest.filter((known) => known.id !== id);
    },
  };
}
