import type { RequestView } from "@errand/shared/action-test";
import { createEchoRedactor } from "../../credentials/redact.ts";
import type { SigningKeyStore } from "../../credentials/signing-key-store.ts";
import type { Visitor } from "../../identity/visitor.ts";
import type { WebhookSecretStore } from "../../sites/webhook-secret-store.ts";
import type { BuiltRequest } from "../build-request.ts";
import type { StoredAction } from "../stored-action.ts";
import { signAssertion } from "./assertion.ts";
import { webhookSignature } from "./webhook-signature.ts";

interface CallProverOptions {
  webhookSecrets: Pick<WebhookSecretStore, "live">;
  signingKeys: Pick<SigningKeyStore, "current">;
  /** The origin under which this server is reached from outside. */
  publicOrigin: string;
  now?: () => Date;
}

/** The call that a request is built for. */
interface ProvedCall {
  action: Pick<StoredAction, "siteId" | "definition">;
  runId: string;
  visitor: Visitor;
}

/** A request that carries the proof of who sends it. */
export interface ProvedRequest extends BuiltRequest {
  /** The request as it may be kept: with nothing that somebody else could send again. */
  record: RequestView;
}

/** Adds the headers by which an endpoint knows that this server is calling. */
export type ProveCall = (built: BuiltRequest, call: ProvedCall) => Promise<ProvedRequest>;

/** Creates the function that signs calls, under the site's webhook secrets and under this server's key. */
export function createCallProver({
  webhookSecrets,
  signingKeys,
  publicOrigin,
  now = () => new Date(),
}: CallProverOptions): ProveCall {
  return async (built, { action, runId, visitor }) => {
    const { method, url, body = "" } = built.request;
    const { identifier } = action.definition;
    const [secrets, key] = await Promise.all([webhookSecrets.live(action.siteId), signingKeys.current()]);
    const timestamp = Math.floor(now().getTime() / 1_000);
    const signature = webhookSignature(secrets, { id: runId, timestamp, body });
    const userId = assertedUser(action, visitor);
    const call = { issuer: publicOrigin, userId, identifier, runId, method, url, body, issuedAt: timestamp };
    const assertion = signAssertion(call, key);
    return attachProof(built, { runId, timestamp, signature, assertion });
  };
}

/** An endpoint that is not to learn who the visitor is does not learn it here either. */
function assertedUser({ definition }: ProvedCall["action"], visitor: Visitor): string | undefined {
  return definition.sendVisitorIdentity && visitor.verification !== "anonymous" ? visitor.userId : undefined;
}

interface Proof {
  runId: string;
  timestamp: number;
  signature: string;
  assertion: string;
}

function attachProof(built: BuiltRequest, proof: Proof): ProvedRequest {
  const { request, view } = built;
  const headers = proofHeaders(proof);
  // An endpoint that echoes its headers must not bring the proof into the ledger or before the model.
  const redactProof = createEchoRedactor([proof.assertion, ...proof.signature.split(" ")]);
  const record = proofHeaders({ ...proof, signature: "****", assertion: "****" });
  return {
    request: { ...request, headers: { ...request.headers, ...headers } },
    view: { ...view, headers: { ...view.headers, ...headers } },
    record: { ...view, headers: { ...view.headers, ...record } },
    redact: (text) => built.redact(redactProof(text)),
  };
}

const proofHeaders = ({ runId, timestamp, signature, assertion }: Proof): Record<string, string> => ({
  "webhook-id": runId,
  "webhook-timestamp": String(timestamp),
  "webhook-signature": signature,
  "X-Errand-Assertion": assertion,
});
