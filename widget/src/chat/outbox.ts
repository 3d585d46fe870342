import type { ChatMessage } from "@errand/shared/wire";
import type { VisitorStorage } from "../api/storage.ts";

/** The visitor's messages that the server has not answered yet; they outlive the page in its tab. */
export interface Outbox {
  list: () => ChatMessage[];
  add: (message: ChatMessage) => void;
  remove: (id: string) => void;
  clear: () => void;
  /** What an earlier page of this tab could not send, once, without what `messages` has an answer to. */
  takeUnsent: (messages: ChatMessage[]) => ChatMessage[];
  /** Tells whose messages these are from now on, and answers with false when they were another person's. */
  belongsTo: (userId: string | undefined) => boolean;
}

export function createOutbox(storage: VisitorStorage): Outbox {
  const kept = storage.readTab("outbox");
  let { owner, messages } = (kept ? JSON.parse(kept) : { messages: [] }) as {
    owner?: string | undefined;
    messages: ChatMessage[];
  };
  let unsent = messages;
  const keep = (next: ChatMessage[]) => {
    messages = next;
    storage.writeTab("outbox", next.length ? JSON.stringify({ owner, messages }) : "");
  };
  const remove = (id: string) => keep(messages.filter((message) => message.id !== id));
  const clear = () => {
    owner = undefined;
    unsent = [];
    keep([]);
  };
  return {
    list: () => messages,
    add: (message) => keep([...messages, message]),
    remove,
    clear,
    takeUnsent(known) {
      const isAnswered = ({ id }: ChatMessage) =>
        known[known.findIndex((message) => message.id === id) + 1]?.role === "assistant";
      const taken = unsent.filter((message) => !isAnswered(message));
      for (const message of unsent) if (!taken.includes(message)) remove(message.id);
      unsent = [];
      return taken;
    },
    belongsTo(userId) {
      const isTheirs = owner === undefined || owner === userId;
      if (!isTheirs) clear();
      owner = userId;
      if (messages.length) keep(messages);
      return isTheirs;
    },
  };
}
