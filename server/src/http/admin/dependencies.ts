import type { ActionTestResult, actionTestSchema } from "@errand/shared/action-test";
import type * as z from "zod";
import type { ConversationStore } from "../../conversations/conversation-store.ts";
import type { TraceStore } from "../../conversations/trace-store.ts";
import type { PreviewStore } from "../../actions/preview-store.ts";
import type { ActionStore } from "../../actions/action-store.ts";
import type { SiteConfigStore } from "./site-config-store.ts";
import type { ConversationArchive } from "../../conversations/conversation-archive.ts";
import type { EvalStore } from "../../evals/eval-store.ts";
import type { RunEvals } from "../../evals/run-evals.ts";
import type { Egress } from "../../egress/guarded-request.ts";
import type { HandOverStore } from "../../conversations/hand-over-store.ts";
import type { MessageStore } from "../../conversations/message-store.ts";
import type { PersonNews } from "../../conversations/person-news.ts";
import type { SiteModels } from "../../conversations/site-models.ts";
import type { RunStore } from "../../actions/run-store.ts";
import type { KeySets } from "../../identity/key-sets.ts";
import type { IdentityKeyStore } from "../../sites/identity-key-store.ts";
import type { IdentitySecretStore } from "../../sites/identity-secret-store.ts";
import type { MilestoneStore } from "../../sites/milestone-store.ts";
import type { Site } from "../../sites/site.ts";
import type { SiteStore } from "../../sites/site-store.ts";
import type { SiteModelStore } from "../../sites/site-model-store.ts";
import type { TokenUsageStore } from "../../sites/token-usage-store.ts";
import type { WebhookSecretStore } from "../../sites/webhook-secret-store.ts";
import type { CreateLimiter } from "../limiter.ts";
import type { AdminStore } from "./admin-store.ts";
import type { AuditStore } from "./audit-store.ts";
import type { TeamStore } from "./team-store.ts";

/** What the owner API works with. */
export interface AdminDependencies {
  sites: SiteStore;
  /** What visitors' proofs are verified with. */
  identity: {
    secrets: IdentitySecretStore;
    keys: IdentityKeyStore;
    keySets: KeySets;
    /** Reads a set of public keys. Rejects with an Error whose message is for the owner. */
    readKeySet(address: { siteId: string; url: string }): Promise<string>;
  };
  webhookSecrets: Omit<WebhookSecretStore, "live">;
  actions: Omit<ActionStore, "getByIdentifier">;
  /** The way out to the addresses of documents. */
  egress: Pick<Egress, "request" | "checkUrl">;
  siteConfigs: SiteConfigStore;
  runs: Pick<RunStore, "list" | "get" | "stats">;
  archive: ConversationArchive;
  /** Ends the turn that is under way in a conversation, and waits until it has ended. */
  stopTurn(conversationId: string): Promise<void>;
  siteModels: SiteModels;
  siteModelStore: SiteModelStore;
  usage: Pick<TokenUsageStore, "today">;
  handOvers: Pick<HandOverStore, "take" | "end">;
  messages: Pick<MessageStore, "saveReply">;
  personNews: Pick<PersonNews, "tell">;
  testAction(site: Site, request: z.output<typeof actionTestSchema>): Promise<ActionTestResult>;
  evals: EvalStore;
  runEvals: RunEvals;
  milestones: Pick<MilestoneStore, "note" | "list">;
  previews: Pick<PreviewStore, "create">;
  conversations: Pick<ConversationStore, "list">;
  /** What models were asked and answered in previews. */
  traces: Pick<TraceStore, "list">;
  admins: AdminStore;
  /** Counts failed sign-ins. */
  createLimiter: CreateLimiter;
  team: TeamStore;
  audit: AuditStore;
  /** Hears of every attempt to sign in. */
  onSignIn?: (succeeded: boolean) => void;
  log: { error(details: object, message: string): void };
  config: {
    adminToken?: string;
    /** Whether the operator's settings hold the password of the account `owner`. */
    hasFixedPassword?: boolean;
    /** Origin under which browsers know this server. */
    publicUrl: string;
  };
  now?: () => Date;
}
