import type { ReadonlySignal, Signal } from "@preact/signals-core";
import type { ChatMessage } from "@errand/shared/wire";
import type { Session, VisitorSession } from "../api/session.ts";
import type { Emit } from "../errand.ts";
import type { Outbox } from "./outbox.ts";
import type { PageTools } from "./page-calls.ts";
import type { Speaker, TurnNotice } from "./turn-events.ts";

/** Why the last exchange ended badly. `code` is a problem's. */
export interface Failure {
  code: string;
  /** The server's sentence for the visitor; may be empty. */
  message: string;
  retry: () => Promise<void>;
}

/** The exchange with the assistant, as it stands on the screen. */
export interface Conversation {
  messages: Signal<ChatMessage[]>;
  /** Whether a reply is on its way. */
  isBusy: ReadonlySignal<boolean>;
  failure: ReadonlySignal<Failure | undefined>;
  /** Reads what was said before and takes up a reply that is still running. */
  restore: () => Promise<void>;
  /** Shows the message at once and ends with the reply. Throws a `RequestError`. */
  send: (text: string) => Promise<void>;
  /** Gives the visitor's word on an action, with all its arguments when they were changed. Throws a `RequestError`. */
  answer: (approvalId: string, approved: boolean, input?: Record<string, unknown>) => Promise<void>;
  stop: () => Promise<void>;
  /** Tells the server something about the conversation. Throws a `RequestError`. */
  post: (about: "stop" | "feedback", body?: unknown) => Promise<unknown>;
  /** The conversation on the screen; undefined before one was begun. */
  current: () => string | undefined;
  /** Goes on with an earlier conversation, or begins one. */
  open: (conversation?: string) => void;
  /** Takes everything off the screen, and starts anew with whoever comes next. */
  forget: () => void;
  /** Lets go of what is under way; what was not sent stays for the next page. */
  end: () => void;
  /** Takes over what a new session says of the visitor. */
  adopt: (session: VisitorSession) => void;
  /** Hears of a turn in another tab; answers with whether it belongs to this visitor's conversation. */
  hear: (turn: TurnNotice) => boolean;
}

/** What a conversation needs of the page around it. */
export interface ConversationOptions {
  session: Session;
  emit: Emit;
  speaker: Speaker;
  /** Called when a turn began that was asked for here. */
  onTurn: (turn: TurnNotice) => void;
  /** What the page offers the assistant at this moment. */
  pageTools: () => PageTools | undefined;
  /** What answers for the calls in a message that an earlier page of this tab left undone. */
  leftCalls: (newest: ChatMessage | undefined) => Promise<PageTools | undefined>;
  outbox: Outbox;
}
