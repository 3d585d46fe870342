import type { RequestView, ResponseView } from "@errand/shared/action-test";
import type { ModelOutcome, OutcomeCode } from "@errand/shared/outcome";
import { openForAWhile } from "../credentials/open-for-a-while.ts";
import type { Card } from "@errand/shared/wire";
import type { Egress } from "../egress/guarded-request.ts";
import { createId } from "../storage/ids.ts";
import { digestOf } from "./digest.ts";
import { tellFailure } from "./failure.ts";
import { prepareRun, type PreparedCall, type PreparedRun, type RunPreparation } from "./prepare-run.ts";
import { RunRefusal } from "./run-refusal.ts";
import type { RunStart, RunStore } from "./run-store.ts";
import type { AccessTokens } from "./oauth/access-tokens.ts";
import { sendWithToken } from "./oauth/send-with-token.ts";
import { rehearseRequest, sendRequest, type RunEnding } from "./send-request.ts";

/** Arguments that no parameter took are kept for the owner up to this length of JSON. */
const MAX_REFUSED_LENGTH = 8_192;

interface RunActionOptions extends RunPreparation {
  egress: Pick<Egress, "request" | "checkUrl">;
  runs: Pick<RunStore, "start" | "finish">;
  tokens: AccessTokens;
  now?: () => Date;
}

/** One call of an action. */
export interface ActionCall extends PreparedCall {
  messageId?: string | undefined;
  callId?: string | undefined;
  signal?: AbortSignal | undefined;
  /** What has to be done before the request leaves, beside the ledger's row; a failure of it keeps the request back. */
  after?: Promise<void> | undefined;
  /** Renders the request and sends nothing. */
  dryRun?: boolean;
  /** Whether the run stands in the ledger: true without it, and never for a dry run. */
  record?: boolean;
}

/** How a call ended. */
interface RunResult {
  runId: string;
  outcome: OutcomeCode;
  /** For the model. */
  told: ModelOutcome;
  /** For the owner: why it did not end well. */
  message?: string;
  /** Absent when the call was refused before a request could be rendered. */
  request?: RequestView;
  response?: ResponseView;
  /** For the visitor: the answer as the owner draws it. */
  card?: Card;
  durationMs: number;
}

/**
 * Runs an action: gate, bind, build, record, send, judge, record.
 * Whatever an endpoint, a visitor, a model or an owner does becomes an outcome; it rejects only when the ledger
 * fails, or with ErrandError `conflict` when the same call of a conversation has been made before.
 */
export type RunAction = (call: ActionCall) => Promise<RunResult>;

/** Creates the one function that runs actions, for conversations and tests alike. */
export function createRunAction(options: RunActionOptions): RunAction {
  const { egress, runs, tokens, now = () => new Date(), ...rest } = options;
  const preparation = { ...rest, sealer: { open: openForAWhile(rest.sealer, now) } };
  return async (call) => {
    const run = { id: createId("run"), now: now() };
    const startedMs = performance.now();
    const ledger = call.record === false || call.dryRun ? undefined : runs;
    const prepared = await prepareRun(call, run, preparation).catch(toRefusal);
    await ledger?.start(toRunStart(call, run, prepared));
    const outcome = await settle(async () => {
      await call.after;
      return finishRun(call, prepared, { egress, tokens });
    });
    const durationMs = Math.round(performance.now() - startedMs);
    await ledger?.finish(run.id, { ...outcome.ending, durationMs, finishedAt: now().toISOString() });
    if ("fault" in outcome) throw outcome.fault;
    return toResult(run.id, prepared, outcome.ending, durationMs);
  };
}

type Preparation = PreparedRun | RunRefusal;

function toRefusal(error: unknown): RunRefusal {
  if (error instanceof RunRefusal) return error;
  throw error;
}

/** A fault of ours must not leave the ledger waiting: the request may have left. */
async function settle(work: () => Promise<RunEnding>): Promise<{ ending: RunEnding; fault?: unknown }> {
  try {
    return { ending: await work() };
  } catch (fault) {
    const told = tellFailure("network_error", { detail: "The call broke off.", sentChange: true });
    return { ending: { status: "unknown", outcome: "network_error", told }, fault };
  }
}

async function finishRun(
  call: ActionCall,
  prepared: Preparation,
  { egress, tokens }: Pick<RunActionOptions, "egress" | "tokens">,
): Promise<RunEnding> {
  if (prepared instanceof RunRefusal) return refused(prepared);
  const { action, site, signal } = call;
  if (call.dryRun) return rehearseRequest(egress, prepared);
  const { timeoutMs } = action.definition;
  const sending = { egress, action, built: prepared, poolKey: site.id, timeoutMs, signal };
  const { client } = prepared;
  if (client === undefined) return sendRequest(sending);
  const isKept = call.record !== false && call.credential === undefined;
  return sendWithToken({ ...sending, tokens, grant: { ...client, isKept } });
}

/** Only a fault of its arguments is the model's business in detail. */
function refused({ outcome, message }: RunRefusal): RunEnding {
  const told = tellFailure(outcome, outcome === "invalid_arguments" ? { detail: message } : {});
  return { status: "failed", outcome, told, message };
}

function toRunStart(call: ActionCall, run: { id: string; now: Date }, prepared: Preparation): RunStart {
  const isRefused = prepared instanceof RunRefusal;
  const args = isRefused ? boundedArguments(call.arguments) : prepared.arguments;
  return {
    id: run.id,
    siteId: call.site.id,
    actionId: call.action.id,
    identifier: call.action.definition.identifier,
    conversationId: call.conversationId,
    messageId: call.messageId,
    callId: call.callId,
    arguments: args,
    digest: digestOf(call.action.id, args),
    request: isRefused ? undefined : prepared.record,
    startedAt: run.now.toISOString(),
  };
}

function boundedArguments(args: unknown): unknown {
  try {
    const text = JSON.stringify(args) ?? "{}";
    return text.length > MAX_REFUSED_LENGTH ? {} : (JSON.parse(text) as unknown);
  } catch {
    return {};
  }
}

function toResult(runId: string, prepared: Preparation, ending: RunEnding, durationMs: number): RunResult {
  const { outcome, told, response, card, message } = ending;
  return {
    runId,
    outcome,
    told,
    durationMs,
    ...(message === undefined ? {} : { message }),
    ...(prepared instanceof RunRefusal ? {} : { request: prepared.view }),
    ...(response === undefined ? {} : { response }),
    ...(card === undefined ? {} : { card }),
  };
}
