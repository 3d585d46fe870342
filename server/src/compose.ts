import type pino from "pino";
import { createSiteConfigStore } from "./http/admin/site-config-store.ts";
import { createActionStore } from "./actions/action-store.ts";
import { createPreviewStore } from "./actions/preview-store.ts";
import { createAccessTokens } from "./actions/oauth/access-tokens.ts";
import { createTokenStore } from "./actions/oauth/token-store.ts";
import { createRunAction } from "./actions/run-action.ts";
import { createCallProver } from "./actions/proof/prove-call.ts";
import { createRunStore } from "./actions/run-store.ts";
import { createTestAction } from "./actions/test-action.ts";
import type { ModelRegistry } from "./agent/model-registry.ts";
import type { AppDependencies } from "./app.ts";
import { composeCourier } from "./compose-courier.ts";
import { composeModels } from "./compose-models.ts";
import { composeIdentity } from "./compose-identity.ts";
import { startCleaning } from "./cleaning.ts";
import { ConfigError, type Config } from "./config.ts";
import { createApprovalStore } from "./conversations/approval-store.ts";
import { createConversationArchive } from "./conversations/conversation-archive.ts";
import { createConversationStore } from "./conversations/conversation-store.ts";
import { createHandOverStore } from "./conversations/hand-over-store.ts";
import { createLiveTurns } from "./conversations/live-turns.ts";
import { createMessageStore } from "./conversations/message-store.ts";
import { createPersonNews } from "./conversations/person-news.ts";
import { createSharedTurns } from "./conversations/shared-turns.ts";
import { createTraceStore } from "./conversations/trace-store.ts";
import { createTurnClaims } from "./conversations/turn-claims.ts";
import { createTurns } from "./conversations/turns.ts";
import { openSealer } from "./credentials/open-sealer.ts";
import { SealError } from "./credentials/seal.ts";
import { createSigningKeyStore } from "./credentials/signing-key-store.ts";
import { createEvalStore } from "./evals/eval-store.ts";
import { createEvalRunner } from "./evals/run-evals.ts";
import { createEgress } from "./egress/guarded-request.ts";
import { createAdminStore } from "./http/admin/admin-store.ts";
import { createAuditStore } from "./http/admin/audit-store.ts";
import type { PasswordHasher } from "./http/admin/password-hash.ts";
import { createTeamStore } from "./http/admin/team-store.ts";
import { memoryLimiter, redisLimiter } from "./http/limiter.ts";
import { createMetrics, showRedis } from "./http/metrics.ts";
import { createSessionStore } from "./identity/session-store.ts";
import { createMilestoneStore } from "./sites/milestone-store.ts";
import { createSiteStore } from "./sites/site-store.ts";
import { createTokenUsageStore } from "./sites/token-usage-store.ts";
import { createWebhookSecretStore } from "./sites/webhook-secret-store.ts";
import { timestamp, type Database } from "./storage/database.ts";
import type { RedisLink } from "./storage/redis.ts";
import { meterEgress, meterRuns, meterTurns } from "./metered.ts";
import { version } from "./version.ts";

/** What the parts are made from. */
export interface Ground {
  config: Config;
  /** Origin under which browsers and endpoints know this server. */
  publicUrl: string;
  database: Database;
  /** What several servers share beside the database. */
  redis?: RedisLink | undefined;
  log: pino.Logger;
  /** Stands in for the models that the settings name. */
  models?: ModelRegistry | undefined;
  /** Stands in for the price of a password. */
  passwords?: PasswordHasher | undefined;
}

/** No run takes longer than this, in milliseconds: the longest timeout and some to spare. */
const LONGEST_RUN_MS = 120_000;

/** Everything but the files that the app serves. */
type Composed = Omit<AppDependencies, "widgetDir" | "dashboardDir">;

/** Makes every part once and joins them. `firstPassword` is the owner's, when this start made it. */
export async function compose(ground: Ground): Promise<{
  parts: Composed;
  firstPassword: string | undefined;
  stop: () => Promise<void>;
}> {
  const { config, publicUrl, database, redis, log, passwords } = ground;
  const sealer = await openSealer({ database, secretKeys: config.secretKeys, dataDir: config.dataDir });
  const metrics = createMetrics();
  if (redis) showRedis(metrics, redis);
  const createLimiter = redis ? redisLimiter(redis) : memoryLimiter;
  const egress = meterEgress(
    createEgress({
      privateOrigins: config.privateOrigins,
      publicUrl,
      ...(config.extraCa === undefined ? {} : { extraCa: config.extraCa }),
    }),
    metrics,
  );
  const { siteModelStore, siteModels } = composeModels({
    config,
    database,
    sealer,
    egress,
    registry: ground.models,
  });
  const usage = createTokenUsageStore(database);
  const sites = createSiteStore(database);
  const milestones = createMilestoneStore({ database, log });
  const identity = composeIdentity({ database, sealer, egress });
  const webhookSecrets = createWebhookSecretStore(database, sealer);
  const signingKeys = createSigningKeyStore(database, sealer);
  await signingKeys.current().catch(explainSeal);
  const sessions = createSessionStore(database);
  const actions = createActionStore({ database, sealer, egress });
  const runs = meterRuns(createRunStore(database), metrics);
  const settleLeftRuns = () => runs.markInterrupted(oldestRunUnderWay(config));
  await settleLeftRuns();
  const userHashSecret = async (siteId: string): Promise<string | undefined> =>
    (await identity.secrets.live(siteId, "user_hash"))[0]?.secret;
  const runAction = createRunAction({
    egress,
    sealer,
    runs,
    tokens: createAccessTokens({ egress, store: createTokenStore(database, sealer), version }),
    userHashSecret,
    publicOrigin: publicUrl,
    version,
    proveCall: createCallProver({ webhookSecrets, signingKeys, publicOrigin: publicUrl }),
  });
  const testAction = createTestAction({ runAction, actions });
  const conversations = createConversationStore(database);
  const messages = createMessageStore(database);
  const previews = createPreviewStore(database);
  const approvals = createApprovalStore(database);
  const claims = createTurnClaims(database);
  // Beside a data folder, which one server has to itself, there is nobody to share turns with.
  const isShared = redis !== undefined && config.databaseUrl !== undefined;
  const liveTurns = meterTurns(
    isShared ? createSharedTurns({ link: redis, claims, log }) : createLiveTurns(),
    metrics,
  );
  const traces = createTraceStore(database);
  const courier = composeCourier({ config, publicUrl, database, log }, { egress, webhookSecrets, sites });
  const handOvers = createHandOverStore(database);
  const personNews = createPersonNews(redis);
  const handOver = { store: handOvers, hasMail: config.smtpUrl !== undefined, kick: courier.kick };
  const turns = createTurns({
    messages,
    approvals,
    liveTurns,
    actions,
    runs,
    runAction,
    traces,
    siteModels,
    usage,
    handOver,
    log,
  });
  const admins = createAdminStore(database, { passwords });
  const firstPassword = await admins.ensureFirstAdmin(config.adminPassword);
  const admin = {
    sites,
    identity,
    webhookSecrets,
    actions,
    egress,
    siteModels,
    siteModelStore,
    usage,
    handOvers,
    messages,
    personNews,
    runs,
    archive: createConversationArchive(database),
    siteConfigs: createSiteConfigStore({ database, sealer, egress }),
    stopTurn: async (conversationId: string) => {
      const { ended } = await liveTurns.stop(conversationId);
      await ended;
    },
    testAction,
    evals: createEvalStore(database),
    runEvals: createEvalRunner({ actions, siteModels, usage }),
    milestones,
    previews,
    conversations,
    traces,
    admins,
    createLimiter,
    team: createTeamStore(database, { passwords }),
    audit: createAuditStore(database),
    onSignIn: (isRight: boolean) => metrics.signIns.inc({ result: isRight ? "ok" : "refused" }),
    log,
    config: {
      publicUrl,
      ...(config.adminToken === undefined ? {} : { adminToken: config.adminToken }),
      hasFixedPassword: config.adminPassword !== undefined,
    },
  };
  const parts: Composed = {
    database,
    redis,
    metrics,
    createLimiter,
    signingKeys,
    sites,
    identity,
    sessions,
    conversations,
    turns,
    liveTurns,
    personNews,
    milestones,
    previews,
    admin,
    publicOrigin: publicUrl,
    trustProxy: config.trustProxy,
    log,
  };
  const stopCleaning = startCleaning({
    database,
    expiring: [sessions, previews, admin.audit, ...(isShared ? [claims] : [])],
    // What another server left behind when it died is found by those that go on.
    ...(config.databaseUrl === undefined ? {} : { settleLeftRuns }),
    sites,
    log,
  });
  courier.start();
  const stop = async (): Promise<void> => {
    await liveTurns.stopAll();
    personNews.close();
    await courier.stop();
    await milestones.settled();
    await stopCleaning();
    await egress.close();
  };
  return { parts, firstPassword, stop };
}

/** With a data folder of its own, this server made every run; in a shared database, another may have one under way. */
function oldestRunUnderWay({ databaseUrl }: Config): string | undefined {
  return databaseUrl === undefined ? undefined : timestamp(new Date(Date.now() - LONGEST_RUN_MS));
}

/** A start without a key that something is still sealed under ends with a sentence. */
function explainSeal(error: unknown): never {
  if (!(error instanceof SealError)) throw error;
  throw new ConfigError(
    `What this data holds does not open: ${error.message} Give that key too, until rotate-key says that it is not used any more`,
    { cause: error },
  );
}
