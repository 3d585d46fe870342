import type { ChatMessage } from "@errand/shared/wire";
import { asRequestError } from "../api/problem.ts";
import type { VisitorStorage } from "../api/storage.ts";

/** A message and the conversation it belongs to; undefined while there was none. */
type Letter = [message: ChatMessage, conversation?: string | undefined];

/** The visitor's messages that the server has not answered yet; they outlive the page in its tab. */
export interface Outbox {
  /** Those of the conversation which the browser remembers, and those written before there was one. */
  list: () => ChatMessage[];
  add: (message: ChatMessage, conversation: string | undefined) => void;
  /** Keeps where a message goes. */
  address: (id: string, conversation: string) => void;
  remove: (id: string) => void;
  /** Sends a message by `task`, and removes it once there is no use in sending it again. Throws what `task` throws. */
  deliver: (message: ChatMessage, task: () => Promise<void>) => Promise<void>;
  clear: () => void;
  /**
   * What an earlier page of this tab, or this one before `letGo`, could not send, once, without what `known` has an
   * answer to. Where there is no conversation yet, that of the newest is `here`.
   */
  takeUnsent: (
    known: ChatMessage[],
    conversation: string | undefined,
  ) => { here: ChatMessage[]; elsewhere: [ChatMessage, conversation: string][] };
  /** What is under way is given up, and counts as left. */
  letGo: () => void;
  /** Tells whose messages these are from now on, and answers with false when they were another person's. */
  belongsTo: (userId: string | undefined) => boolean;
}

export function createOutbox(storage: VisitorStorage): Outbox {
  const kept = storage.readTab("outbox");
  let { owner, letters } = (kept ? JSON.parse(kept) : { letters: [] }) as {
    owner?: string | undefined;
    letters: Letter[];
  };
  let unsent = letters;
  const keep = (next: Letter[]) => {
    letters = next;
    storage.writeTab("outbox", next.length ? JSON.stringify({ owner, letters }) : "");
  };
  const letGo = () => {
    unsent = letters;
  };
  const clear = () => {
    owner = undefined;
    keep([]);
    letGo();
  };
  const remove = (id: string) => keep(letters.filter(([message]) => message.id !== id));
  return {
    list() {
      const remembered = storage.read()?.conversation;
      return letters.flatMap(([message, home = remembered]) => (home === remembered ? [message] : []));
    },
    add: (...letter) => keep([...letters, letter]),
    address: (id, conversation) =>
      keep(letters.map((letter) => (letter[0].id === id ? [letter[0], conversation] : letter))),
    remove,
    async deliver({ id }, task) {
      try {
        await task();
      } catch (error) {
        // What the server refuses it would refuse again; all else goes out from the next page.
        const { status } = asRequestError(error);
        if (status >= 400 && status < 429) remove(id);
        throw error;
      }
      remove(id);
    },
    clear,
    takeUnsent(known, conversation = unsent.at(-1)?.[1]) {
      const here: ChatMessage[] = [];
      const elsewhere: [ChatMessage, string][] = [];
      for (const [message, home = conversation] of unsent) {
        const next = known[known.findIndex(({ id }) => id === message.id) + 1];
        if (home && home !== conversation) elsewhere.push([message, home]);
        else if (next?.role === "assistant") remove(message.id);
        else here.push(message);
      }
      unsent = [];
      return { here, elsewhere };
    },
    letGo,
    belongsTo(userId) {
      const isTheirs = owner === undefined || owner === userId;
      if (!isTheirs) clear();
      owner = userId;
      if (letters.length) keep(letters);
      return isTheirs;
    },
  };
}
