import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { createSiteConfigStore } from "../src/http/admin/site-config-store.ts";
import { createActionStore } from "../src/actions/action-store.ts";
import { createAccessTokens } from "../src/actions/oauth/access-tokens.ts";
import { createTokenStore } from "../src/actions/oauth/token-store.ts";
import { createRunAction } from "../src/actions/run-action.ts";
import { createCallProver } from "../src/actions/proof/prove-call.ts";
import { createRunStore } from "../src/actions/run-store.ts";
import { createTestAction } from "../src/actions/test-action.ts";
import { composeIdentity } from "../src/compose-identity.ts";
import { createConversationArchive } from "../src/conversations/conversation-archive.ts";
import { parseKeyring } from "../src/credentials/keyring.ts";
import { createModelRegistry } from "../src/agent/model-registry.ts";
import { createSealer } from "../src/credentials/seal.ts";
import { createSigningKeyStore } from "../src/credentials/signing-key-store.ts";
import { createHandOverStore } from "../src/conversations/hand-over-store.ts";
import { createMessageStore } from "../src/conversations/message-store.ts";
import { createPersonNews } from "../src/conversations/person-news.ts";
import { createSiteModels } from "../src/conversations/site-models.ts";
import { createGuardedFetch } from "../src/egress/guarded-fetch.ts";
import { createEvalStore } from "../src/evals/eval-store.ts";
import { createEvalRunner } from "../src/evals/run-evals.ts";
import { createEgress, type Egress } from "../src/egress/guarded-request.ts";
import { createAdminStore } from "../src/http/admin/admin-store.ts";
import { createAuditStore } from "../src/http/admin/audit-store.ts";
import { createTeamStore } from "../src/http/admin/team-store.ts";
import type { AdminDependencies } from "../src/http/admin/dependencies.ts";
import { createAdminRouter } from "../src/http/admin/router.ts";
import { memoryLimiter } from "../src/http/limiter.ts";
import { problemHandler } from "../src/http/problem.ts";
import { createConversationStore } from "../src/conversations/conversation-store.ts";
import { createTraceStore } from "../src/conversations/trace-store.ts";
import { createPreviewStore } from "../src/actions/preview-store.ts";
import { createMilestoneStore } from "../src/sites/milestone-store.ts";
import { createSiteModelStore } from "../src/sites/site-model-store.ts";
import { createTokenUsageStore } from "../src/sites/token-usage-store.ts";
import { createSiteStore } from "../src/sites/site-store.ts";
import { createWebhookSecretStore } from "../src/sites/webhook-secret-store.ts";
import { CHEAP_PASSWORDS } from "./cheap-passwords.ts";
import type { Database } from "../src/storage/database.ts";

export const ADMIN_TOKEN = "an-operator-token-of-the-tests";
export const PASSWORD = "correct horse battery staple";
export const PUBLIC_URL = "http://localhost:3000";

/** An answer of the owner API; `body` is its JSON, undefined when it is empty. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Sends one request; an object as body is sent as JSON. */
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** The owner API, listening. */
export interface AdminApi {
  /** Without any credentials. */
  call: Call;
  /** With the operator's token. */
  asOperator: Call;
  router: express.Router;
  /** Where it listens. */
  url: string;
  close(): Promise<void>;
}

/** Starts the owner API over a database; `replaced` stands in for parts of it. */
export async function startAdminApi(
  database: Database,
  replaced: Partial<AdminDependencies> = {},
): Promise<AdminApi> {
  const app = express();
  app.set("query parser", "simple");
  const parts = createParts(database);
  const router = createAdminRouter({ ...parts, ...replaced });
  app.use("/admin/v1", router);
  const unexpected: object[] = [];
  app.use(problemHandler({ error: (details) => void unexpected.push(details), info: () => {} }));
  const server = await listen(app);
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin/v1`;
  const call: Call = (method, path, body, headers) => send(base + path, method, body, headers);
  return {
    call,
    router,
    url: base,
    asOperator: (method, path, body, headers = {}) =>
      call(method, path, body, { authorization: `Bearer ${ADMIN_TOKEN}`, ...headers }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await parts.egress.close();
      if (unexpected.length > 0)
        throw new Error("The owner API failed by its own fault.", { cause: unexpected });
    },
  };
}

/** What a browser sends with a request of the dashboard's own. */
export const FROM_DASHBOARD = { "sec-fetch-site": "same-origin", origin: PUBLIC_URL };

/** An owner in a browser. */
export interface Owner {
  cookie: string;
  csrfToken: string;
  /** Sends what the dashboard sends. */
  call: Call;
}

export async function signIn(api: AdminApi, name = "owner", password = PASSWORD): Promise<Owner> {
  const answer = await api.call("POST", "/login", { name, password }, FROM_DASHBOARD);
  const cookie = answer.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
  const { csrfToken } = answer.body as { csrfToken: string };
  const own = { ...FROM_DASHBOARD, cookie, "x-csrf-token": csrfToken };
  return {
    cookie,
    csrfToken,
    call: (method, path, body, headers = {}) => api.call(method, path, body, { ...own, ...headers }),
  };
}

/** Everything real, over one database. */
function createParts(database: Database): AdminDependencies & { egress: Egress } {
  const sealer = createSealer(parseKeyring(`test:${Buffer.alloc(32, 7).toString("base64")}`));
  const egress = createEgress({ publicUrl: PUBLIC_URL });
  const actions = createActionStore({ database, sealer, egress });
  const runs = createRunStore(database);
  const webhookSecrets = createWebhookSecretStore(database, sealer);
  const siteModelStore = createSiteModelStore(database, sealer);
  const signingKeys = createSigningKeyStore(database, sealer);
  const runAction = createRunAction({
    egress,
    sealer,
    runs,
    tokens: createAccessTokens({ egress, store: createTokenStore(database, sealer), version: "0.0.0" }),
    userHashSecret: async () => undefined,
    publicOrigin: PUBLIC_URL,
    version: "0.0.0",
    proveCall: createCallProver({ webhookSecrets, signingKeys, publicOrigin: PUBLIC_URL }),
  });
  const siteModels = createSiteModels({
    registry: createModelRegistry({ model: "built-in" }),
    store: siteModelStore,
    fetchFor: (siteId) => createGuardedFetch(egress, siteId),
  });
  const usage = createTokenUsageStore(database);
  return {
    egress,
    evals: createEvalStore(database),
    runEvals: createEvalRunner({ actions, siteModels, usage }),
    sites: createSiteStore(database),
    identity: composeIdentity({ database, sealer, egress }),
    webhookSecrets,
    actions,
    siteModels,
    siteModelStore,
    usage,
    handOvers: createHandOverStore(database),
    messages: createMessageStore(database),
    personNews: createPersonNews(),
    runs,
    archive: createConversationArchive(database),
    siteConfigs: createSiteConfigStore({ database, sealer, egress }),
    stopTurn: async () => {},
    testAction: createTestAction({ runAction, actions }),
    conversations: createConversationStore(database),
    traces: createTraceStore(database),
    previews: createPreviewStore(database),
    milestones: createMilestoneStore({ database, log: { error: () => {} } }),
    admins: createAdminStore(database, { passwords: CHEAP_PASSWORDS }),
    createLimiter: memoryLimiter,
    team: createTeamStore(database, { passwords: CHEAP_PASSWORDS }),
    audit: createAuditStore(database),
    log: {
      error: (details, message) => {
        throw new Error(message, { cause: details });
      },
    },
    config: { adminToken: ADMIN_TOKEN, publicUrl: PUBLIC_URL },
  };
}

function listen(app: express.Express): Promise<Server> {
  return new Promise((resolve) => {
    const server = app.listen(0, "127.0.0.1", () => resolve(server));
  });
}

async function send(
  url: string,
  method: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isText = typeof body === "string";
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined || isText ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}
