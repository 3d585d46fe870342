import type { RunView } from "./action-test.ts";
import type { RunStatus } from "./outcome.ts";
import type { ChatMessage, SessionResponse, Verification } from "./wire.ts";

/** Whom a conversation is with, as far as they said or proved. Times are ISO 8601 UTC. */
export interface ConversationVisitor {
  /** Null when it was not noted. */
  verification: Verification | null;
  user_id?: string;
  user_name?: string;
  user_email?: string;
  /** Names of what was proved: `user_id`, `user_email`, and claims. */
  proved: string[];
  /** Names of what the page only said. */
  declared: string[];
  /** When they were first seen so. */
  at: string | null;
}

/** One conversation of a list. */
export interface ConversationItem {
  id: string;
  createdAt: string;
  updatedAt: string;
  visitor: ConversationVisitor;
  /** The visitor's first words, cut short. */
  title: string;
  /** What the search found, cut out of its message. */
  excerpt?: string;
  messages: number;
  /** How many runs there were by status. */
  runs: Partial<Record<RunStatus, number>>;
  feedback: { up: number; down: number };
  /** Since when a person answers instead of the model. */
  handedOverAt: string | null;
}

/** A page of conversations. */
export interface ConversationPage {
  items: ConversationItem[];
  nextCursor: string | null;
  /** With a search: how far back it came, ISO 8601 UTC; null when all was searched. */
  searchedTo?: string | null;
}

/** A question that was put to the visitor. `state`: pending, approved, denied or cancelled. */
export interface ApprovalView {
  id: string;
  messageId: string;
  callId: string;
  actionId: string;
  arguments: unknown;
  state: string;
  createdAt: string;
  expiresAt: string;
}

/** What a visitor thought of a reply. */
export interface FeedbackView {
  messageId: string;
  value: "up" | "down";
  comment: string | null;
  createdAt: string;
}

/** A run of a conversation, with the call that it answers. */
export type ConversationRun = RunView & { messageId: string | null; callId: string | null };

/** Tokens that models have read and written. */
export interface TokenUsage {
  inputTokens: number;
  outputTokens: number;
}

/** A message as its owner sees it. `usage`: of a reply, when its model counts. */
export interface ConversationMessage extends ChatMessage {
  usage?: TokenUsage;
}

/** A whole conversation. */
export interface ConversationView {
  id: string;
  createdAt: string;
  updatedAt: string;
  handedOverAt: string | null;
  visitor: ConversationVisitor;
  messages: ConversationMessage[];
  runs: ConversationRun[];
  approvals: ApprovalView[];
  feedback: FeedbackView[];
}

/** A visitor who is known by an id of the owner's. */
export interface VisitorItem {
  user_id: string;
  conversations: number;
  lastSeenAt: string;
}

/** A session's visitor; claims are those of a signed token, and hold until `claimsExpireAt`. */
export type VisitorRecord = SessionResponse["visitor"] & {
  claims?: Readonly<Record<string, unknown>>;
  claimsExpireAt?: string;
};

/** Everything that is kept of one person. */
export interface VisitorExport {
  site: string;
  user_id: string;
  exportedAt: string;
  sessions: {
    createdAt: string;
    lastSeenAt: string;
    expiresAt: string;
    locale: string;
    origin: string;
    visitor: VisitorRecord;
  }[];
  conversations: ConversationView[];
}

/** What an erasure took away, by kind. `runs` were emptied: that they happened stays for the statistics. */
export interface ErasureReceipt {
  erasedAt: string;
  conversations: number;
  messages: number;
  approvals: number;
  feedback: number;
  runs: number;
  sessions: number;
}
