import type { RequestView } from "@errand/shared/action-test";
import { onTestFinished } from "vitest";
import { startEndpoint, type Endpoint, type SeenRequest } from "../../test/endpoint.ts";
import { createEgress, type Egress } from "../egress/guarded-request.ts";
import { claimsOf } from "../identity/claims.ts";
import type { Visitor } from "../identity/visitor.ts";
import type { Database } from "../storage/database.ts";
import { createTestSealer, NOW } from "./action-fixture.ts";
import { createAccessTokens } from "./oauth/access-tokens.ts";
import { createTokenStore } from "./oauth/token-store.ts";
import { createTestProver } from "./proof/proof-fixture.ts";
import { createRunAction, type ActionCall } from "./run-action.ts";
import { createRunStore } from "./run-store.ts";
import { credentialContext, type StoredAction } from "./stored-action.ts";

export const CREDENTIAL = "sk-live-0123456789f3a9";
export const HASH_SECRET = "ids_hash_0123456789abcdefghijklmnopqrstuv";
const VISITOR: Visitor = {
  verification: "jwt",
  userId: "u-1",
  email: "ada@acme.test",
  claims: claimsOf([["email", "ada@acme.test"]]),
  claimsExpireAt: "2027-03-31T13:00:00.000Z",
};

export const sealer = createTestSealer();

interface Loopback {
  origin: string;
  egress: Egress;
  /** What the endpoint was asked, oldest first. */
  seen: SeenRequest[];
}

/** An owner's API on loopback, and the egress that may reach it, until the test that started them is over. */
export async function startLoopback(answer: Endpoint["answer"] = () => ({})): Promise<Loopback> {
  const endpoint = await startEndpoint();
  endpoint.answer = answer;
  const { origin, caPem, seen } = endpoint;
  const egress = createEgress({
    privateOrigins: [origin],
    extraCa: caPem,
    lookup: async () => ["127.0.0.1"],
  });
  onTestFinished(async () => {
    await egress.close();
    await endpoint.close();
  });
  return { origin, egress, seen };
}

interface RunnerOptions {
  database: Database;
  answer?: Endpoint["answer"];
  /** Replaces parts of the real egress. */
  egress?: Partial<Egress>;
  now?: () => Date;
}

/** Runs actions for one visitor against a loopback endpoint, with a ledger in `database`. */
export async function startRunner({ database, answer, egress, now = () => NOW }: RunnerOptions) {
  const loopback = await startLoopback(answer);
  const site = { id: "site_1", settings: "{}", created_at: NOW.toISOString(), updated_at: NOW.toISOString() };
  await database.insertInto("sites").values(site).execute();
  const runs = createRunStore(database);
  const guarded = { ...loopback.egress, ...egress };
  const store = createTokenStore(database, sealer);
  const runAction = createRunAction({
    egress: guarded,
    tokens: createAccessTokens({ egress: guarded, store, version: "1.2.3", now }),
    sealer,
    runs,
    userHashSecret: async () => HASH_SECRET,
    publicOrigin: "https://chat.acme.test",
    version: "1.2.3",
    proveCall: createTestProver(now),
    now,
  });
  const run = (action: StoredAction, more: Partial<ActionCall> = {}) =>
    runAction({ site: { id: site.id }, action, arguments: {}, visitor: VISITOR, locale: "az", ...more });
  const lastRun = async () => (await runs.list("site_1"))[0];
  return { ...loopback, runs, run, lastRun };
}

/** The action with `CREDENTIAL` sealed for it. */
export function withCredential(action: StoredAction): StoredAction {
  const context = credentialContext(action);
  return context ? { ...action, credentialSealed: sealer.seal(CREDENTIAL, context) } : action;
}

/** A request as the ledger holds it: with nothing that could be sent again. */
export function asRecorded(request: RequestView | undefined) {
  const masked = { "webhook-signature": "****", "X-Errand-Assertion": "****" };
  return { ...request, headers: { ...request?.headers, ...masked } };
}
