import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { actionSchema } from "@errand/shared/action";
import { createActionStore } from "../../src/actions/action-store.ts";
import { createAccessTokens } from "../../src/actions/oauth/access-tokens.ts";
import { createTokenStore } from "../../src/actions/oauth/token-store.ts";
import { createCallProver, type ProveCall } from "../../src/actions/proof/prove-call.ts";
import { createRunAction, type ActionCall, type RunAction } from "../../src/actions/run-action.ts";
import type { StoredAction } from "../../src/actions/stored-action.ts";
import { createRunStore } from "../../src/actions/run-store.ts";
import { createSigningKeyStore } from "../../src/credentials/signing-key-store.ts";
import { parseKeyring } from "../../src/credentials/keyring.ts";
import { createSealer } from "../../src/credentials/seal.ts";
import { createEgress } from "../../src/egress/guarded-request.ts";
import { createWebhookSecretStore } from "../../src/sites/webhook-secret-store.ts";
import { openDatabase, timestamp } from "../../src/storage/database.ts";
import { createAuthority } from "../../test/certificates.ts";
import { recordRun } from "../record-run.ts";

const SITE = { id: "site_1" };
const CREDENTIAL = "sk-live-0123456789f3a9";
const PUBLIC_ORIGIN = "https://chat.example.com";
const USER_HASH_SECRET = "ids_hash_0123456789abcdefghijklmnopqrstuv";

/** Everything that a run needs, all of it real, and an endpoint on another thread. */
export interface Stage {
  origin: string;
  caPem: string;
  /** What `run` sends, for a call that is made without it. */
  headers: Record<string, string>;
  /** Runs the action once. @throws unless the outcome is the one expected */
  run(path?: "orders" | "endless", expected?: string): Promise<void>;
  /** Does `work` between a run's two rows in the ledger, and nothing else of a run. */
  record(work: () => Promise<void>): Promise<void>;
  /** The same with the headers that prove the caller. */
  runProved(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), "errand-bench-"));
  const database = await openDatabase({ dataDir });
  const { origin, caPem, worker } = await startEndpoint();
  const sealer = createSealer(parseKeyring(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
  const egress = createEgress({
    privateOrigins: [origin],
    extraCa: caPem,
    lookup: async () => ["127.0.0.1"],
  });
  const times = { created_at: timestamp(), updated_at: timestamp() };
  await database
    .insertInto("sites")
    .values({ ...SITE, settings: "{}", ...times })
    .execute();
  const actions = createActionStore({ database, sealer, egress });
  const orders = await actions.create(SITE.id, defineAction(origin, "orders"));
  const endless = await actions.create(SITE.id, defineAction(origin, "endless"));
  const runs = createRunStore(database);
  const createRunner = (proveCall: ProveCall) =>
    createRunAction({
      egress,
      sealer,
      runs,
      tokens: createAccessTokens({ egress, store: createTokenStore(database, sealer), version: "1.0.0" }),
      userHashSecret: async () => USER_HASH_SECRET,
      publicOrigin: PUBLIC_ORIGIN,
      version: "1.0.0",
      proveCall,
    });
  const plain = createRunner(async (built) => ({ ...built, record: built.view }));
  const proved = createRunner(
    createCallProver({
      webhookSecrets: createWebhookSecretStore(database, sealer),
      signingKeys: createSigningKeyStore(database, sealer),
      publicOrigin: PUBLIC_ORIGIN,
    }),
  );
  const callWith = async (runAction: RunAction, action: StoredAction, expected: string) => {
    const { outcome, message } = await runAction(toCall(action));
    if (outcome !== expected) throw new Error(`${outcome}: ${message}`);
  };
  return {
    origin,
    caPem,
    headers: await readHeaders(plain, orders),
    run: (path = "orders", expected = "ok") =>
      callWith(plain, path === "orders" ? orders : endless, expected),
    record: (work) => recordRun(runs, { siteId: SITE.id }, work),
    runProved: () => callWith(proved, orders, "ok"),
    async close() {
      await egress.close();
      await worker.terminate();
      await database.destroy();
      rmSync(dataDir, { recursive: true });
    },
  };
}

function toCall(action: StoredAction): ActionCall {
  return {
    site: SITE,
    action,
    arguments: { order_number: "ORD-123" },
    visitor: { verification: "user_hash", userId: "u-1" },
    locale: "en",
  };
}

async function readHeaders(runAction: RunAction, action: StoredAction): Promise<Record<string, string>> {
  const { request } = await runAction({ ...toCall(action), dryRun: true });
  const shown = { ...request?.headers, "accept-encoding": "identity" };
  return { ...shown, Authorization: `Bearer ${CREDENTIAL}` };
}

async function startEndpoint(): Promise<{ origin: string; caPem: string; worker: Worker }> {
  const authority = await createAuthority();
  const workerData = await authority.issue(["localhost"]);
  const worker = new Worker(new URL("endpoint-worker.ts", import.meta.url), { workerData });
  const [port] = (await once(worker, "message")) as [number];
  return { origin: `https://localhost:${port}`, caPem: authority.caPem, worker };
}

function defineAction(origin: string, path: string) {
  return actionSchema.parse({
    identifier: `look_up_${path}`,
    name: "Look up order",
    whenToUse: "Look up an order.",
    method: "GET",
    url: `${origin}/${path}/{{order_number}}`,
    parameters: [{ name: "order_number" }],
    headers: [{ name: "X-Shop", value: "acme" }],
    query: [{ name: "lang", value: "{{locale}}" }],
    auth: { type: "bearer", credential: CREDENTIAL },
    // A busy machine is slow to read what never ends.
    timeoutMs: 60_000,
  });
}
