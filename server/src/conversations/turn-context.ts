import type { DraftAction } from "../actions/preview-store.ts";
import { isOpenTo } from "../actions/identity-gate.ts";
import type { RunAction } from "../actions/run-action.ts";
import type { StoredAction } from "../actions/stored-action.ts";
import type { RunStore } from "../actions/run-store.ts";
import type { TokenUsage } from "@errand/shared/conversation-view";
import type { PageTool } from "@errand/shared/wire";
import { isSignedIn, type Visitor } from "../identity/visitor.ts";
import type { Site } from "../sites/site.ts";
import type { TokenUsageStore } from "../sites/token-usage-store.ts";
import type { ApprovalStore } from "./approval-store.ts";
import type { HandOverStore } from "./hand-over-store.ts";
import type { LiveTurns } from "./live-turns.ts";
import type { MessageStore } from "./message-store.ts";
import type { StoredMessage, StoredToolPart } from "./message.ts";
import type { SiteModel, SiteModels } from "./site-models.ts";
import type { TraceStep, TraceStore } from "./trace-store.ts";
import type { TurnWriter } from "./turn-writer.ts";

/** What every turn works with. */
export interface TurnDependencies {
  messages: MessageStore;
  approvals: ApprovalStore;
  liveTurns: LiveTurns;
  actions: { list(siteId: string): Promise<readonly StoredAction[]> };
  runs: Pick<RunStore, "findByCall">;
  runAction: RunAction;
  traces: Pick<TraceStore, "append">;
  siteModels: Pick<SiteModels, "of">;
  usage: TokenUsageStore;
  handOver: {
    store: HandOverStore;
    /** Whether the operator has set up mail. */
    hasMail: boolean;
    /** Sends on its way what was put into the outbox. */
    kick(): void;
  };
  log: { error(details: object, message: string): void };
}

/** Who speaks, where and in which language. */
export interface TurnRequest {
  site: Site;
  visitor: Visitor;
  visitorKey: string;
  /** Asked before each call of an action: whether what the visitor's proof was made with still counts. */
  isProved?: () => Promise<boolean>;
  /** BCP 47 tag. */
  locale: string;
  /** IANA name of the zone that the visitor's clock is in, when their browser tells. */
  timeZone?: string;
  conversationId: string;
  /** What the page offers to do itself. */
  pageTools?: readonly PageTool[];
  /** Whether the owner tries the assistant out: what the model is asked and answers is kept. */
  isPreview: boolean;
  /** What an owner's preview has in place of a saved action. */
  draft?: DraftAction;
}

/** One turn under way. */
export interface TurnContext extends TurnRequest {
  dependencies: TurnDependencies;
  actions: readonly StoredAction[];
  /** The conversation up to the visitor's message, oldest first; the reply is `writer.message`. */
  earlier: StoredMessage[];
  writer: TurnWriter;
  signal: AbortSignal;
  siteModel: SiteModel;
  /** Set once the turn has called a person: the model is not asked any more. */
  isHandedOver?: boolean;
  /** What this turn has used and the site's day does not count yet. */
  usage: TokenUsage;
  /** Hears what the model was asked and answered in each step, in a preview. */
  onStep?: (step: TraceStep) => void;
}

/** The actions that the model may use for this visitor: enabled, and open to somebody with this proof. */
export function offeredActions({
  actions,
  visitor,
}: Pick<TurnContext, "actions" | "visitor">): StoredAction[] {
  return actions.filter(({ definition }) => definition.enabled && isOpenTo(definition, visitor, new Date()));
}

/**
 * The enabled actions that the model may not use for this visitor: those that wait for them to sign in, and those that
 * are for others than them, signed in as they are. Whose proof has ended can sign in again.
 */
export function hiddenActions({ actions, visitor }: Pick<TurnContext, "actions" | "visitor">): {
  signIn: StoredAction[];
  denied: StoredAction[];
} {
  const now = new Date();
  const hidden = actions.filter(
    ({ definition }) => definition.enabled && !isOpenTo(definition, visitor, now),
  );
  return isSignedIn(visitor, now) ? { signIn: [], denied: hidden } : { signIn: hidden, denied: [] };
}

/** The very edition of an action that a call was made of; undefined when its owner has changed or hidden it. */
export function findCalledAction(
  context: Pick<TurnContext, "actions" | "visitor">,
  { toolName, actionUpdatedAt }: Pick<StoredToolPart, "toolName" | "actionUpdatedAt">,
): StoredAction | undefined {
  return offeredActions(context).find(
    (each) => each.definition.identifier === toolName && each.updatedAt === actionUpdatedAt,
  );
}
