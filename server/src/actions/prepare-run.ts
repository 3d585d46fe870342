import type { SealContext } from "../credentials/seal-context.ts";
import { SealError, type Sealer } from "../credentials/seal.ts";
import { computeUserHash } from "../identity/user-hash.ts";
import type { Visitor } from "../identity/visitor.ts";
import { findCredentialFault } from "./authorization.ts";
import { bindArguments } from "./bind-arguments.ts";
import { buildRequest } from "./build-request.ts";
import { findIdentityFault } from "./identity-gate.ts";
import type { ClientGrant } from "./oauth/client-grant.ts";
import type { ProveCall, ProvedRequest } from "./proof/prove-call.ts";
import { RunRefusal } from "./run-refusal.ts";
import { credentialContext, type StoredAction } from "./stored-action.ts";
import { endpointOrigin } from "./url-template.ts";

/** What every run is prepared with. */
export interface RunPreparation {
  sealer: Pick<Sealer, "open">;
  /** The site's newest identity secret for user hashes. */
  userHashSecret: (siteId: string) => Promise<string | undefined>;
  /** The origin under which this server is reached from outside. */
  publicOrigin: string;
  version: string;
  proveCall: ProveCall;
}

/** One run to prepare. */
export interface PreparedCall {
  site: { id: string; settings?: { sendDeclaredFields?: boolean } };
  action: StoredAction;
  arguments: unknown;
  visitor: Visitor;
  /** BCP 47 tag. */
  locale: string;
  conversationId?: string | undefined;
  /** A credential as it was typed, in place of the sealed one. */
  credential?: string | undefined;
}

export interface PreparedRun extends ProvedRequest {
  arguments: Record<string, unknown>;
  /** What the access token is asked with, where one is needed. */
  client?: Omit<ClientGrant, "isKept">;
}

/** Gate, binding, credential and rendering, in this order: all of a run before its request leaves. @throws RunRefusal */
export async function prepareRun(
  call: PreparedCall,
  run: { id: string; now: Date },
  preparation: RunPreparation,
): Promise<PreparedRun> {
  const { definition } = call.action;
  const identityFault = findIdentityFault(definition, call.visitor, run.now);
  if (identityFault !== undefined) throw new RunRefusal("identity_required", identityFault);
  const bound = bindArguments(definition.parameters, call.arguments);
  if ("faults" in bound) {
    throw new RunRefusal("invalid_arguments", bound.faults.map(({ message }) => message).join(" "));
  }
  const credential = openCredential(call, preparation.sealer);
  const built = buildRequest(definition, {
    arguments: bound.arguments,
    visitor: call.visitor,
    locale: call.locale,
    conversationId: call.conversationId,
    now: run.now,
    runId: run.id,
    publicOrigin: preparation.publicOrigin,
    version: preparation.version,
    credential,
    sendsDeclared: call.site.settings?.sendDeclaredFields,
    userHash: await hashVisitor(call, preparation),
  });
  const proved = await preparation.proveCall(built, { ...call, runId: run.id });
  return { ...proved, arguments: bound.arguments, ...clientOf(call.action, credential) };
}

function clientOf(
  { id: actionId, siteId, definition }: StoredAction,
  clientSecret: string | undefined,
): Pick<PreparedRun, "client"> {
  const { auth, url } = definition;
  if (auth.type !== "oauth2" || clientSecret === undefined) return {};
  return { client: { siteId, actionId, endpointOrigin: endpointOrigin(url), auth, clientSecret } };
}

function openCredential(
  { action, credential: typed }: PreparedCall,
  sealer: RunPreparation["sealer"],
): string | undefined {
  const context = credentialContext(action);
  if (context === undefined) return undefined;
  const credential = typed ?? openSealed(action.credentialSealed, context, sealer);
  const fault = findCredentialFault(action.definition.auth, credential);
  if (fault !== undefined) throw new RunRefusal("definition_error", `The credential ${fault}.`);
  return credential;
}

function openSealed(
  sealed: string | undefined,
  context: SealContext,
  sealer: RunPreparation["sealer"],
): string {
  if (sealed === undefined)
    throw new RunRefusal("definition_error", "The action has no credential yet: enter it.");
  try {
    return sealer.open(sealed, context);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    throw new RunRefusal("definition_error", `${error.message} Enter the credential again.`);
  }
}

async function hashVisitor(
  { action, site, visitor }: PreparedCall,
  preparation: RunPreparation,
): Promise<string | undefined> {
  if (!action.definition.sendVisitorIdentity || visitor.verification === "anonymous") return undefined;
  const secret = await preparation.userHashSecret(site.id);
  return secret === undefined ? undefined : computeUserHash(secret, visitor.userId);
}
