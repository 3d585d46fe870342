import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { RunAction } from "../actions/run-action.ts";
import type { StoredAction } from "../actions/stored-action.ts";
import type { RunStore } from "../actions/run-store.ts";
import type { Visitor } from "../identity/visitor.ts";
import type { Site } from "../sites/site.ts";
import type { ApprovalStore } from "./approval-store.ts";
import type { LiveTurns } from "./live-turns.ts";
import type { MessageStore } from "./message-store.ts";
import type { StoredMessage } from "./message.ts";
import type { TurnWriter } from "./turn-writer.ts";

/** What every turn works with. */
export interface TurnDependencies {
  messages: MessageStore;
  approvals: ApprovalStore;
  liveTurns: LiveTurns;
  actions: { list(siteId: string): Promise<StoredAction[]> };
  runs: Pick<RunStore, "findByCall">;
  runAction: RunAction;
  models: { resolve(spec: string | null): LanguageModelV4 };
  log: { error(details: object, message: string): void };
}

/** Who speaks, where and in which language. */
export interface TurnRequest {
  site: Site;
  visitor: Visitor;
  visitorKey: string;
  /** BCP 47 tag. */
  locale: string;
  conversationId: string;
}

/** One turn under way. */
export interface TurnContext extends TurnRequest {
  dependencies: TurnDependencies;
  actions: StoredAction[];
  /** The conversation up to the visitor's message, oldest first; the reply is `writer.message`. */
  earlier: StoredMessage[];
  writer: TurnWriter;
  signal: AbortSignal;
}

/** The actions that the model may use for this visitor: enabled, and open to somebody with this proof. */
export function offeredActions({
  actions,
  visitor,
}: Pick<TurnContext, "actions" | "visitor">): StoredAction[] {
  return actions.filter(({ definition }) => definition.enabled && !isGated(definition, visitor));
}

/** The enabled actions that wait for the visitor to sign in. */
export function gatedActions({ actions, visitor }: Pick<TurnContext, "actions" | "visitor">): StoredAction[] {
  return actions.filter(({ definition }) => definition.enabled && isGated(definition, visitor));
}

function isGated(definition: StoredAction["definition"], visitor: Visitor): boolean {
  return definition.requireVerifiedIdentity && visitor.verification === "anonymous";
}
