import { changesData } from "@errand/shared/action";
import type { ResponseView } from "@errand/shared/action-test";
import type { ModelOutcome, OutcomeCode, RunStatus } from "@errand/shared/outcome";
import type { Card } from "@errand/shared/wire";
import { EgressError } from "../egress/egress-error.ts";
import type { Egress, GuardedResponse } from "../egress/guarded-request.ts";
import type { BuiltRequest } from "./build-request.ts";
import { tellFailure } from "./failure.ts";
import { toOutcome } from "./outcome.ts";
import type { StoredAction } from "./stored-action.ts";

/** How a run ended. */
export interface RunEnding {
  status: Exclude<RunStatus, "started">;
  outcome: OutcomeCode;
  told: ModelOutcome;
  response?: ResponseView;
  card?: Card;
  /** Why it did not end well, for the owner. */
  message?: string;
}

/** A call to make. `timeoutMs` is the time that is left for it. */
export interface Sending {
  egress: Pick<Egress, "request">;
  action: StoredAction;
  built: BuiltRequest;
  poolKey: string;
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/** Makes the call and judges what came of it. Rejects only for a fault of ours. */
export async function sendRequest(sending: Sending): Promise<RunEnding> {
  const { egress, action, built, poolKey, timeoutMs, signal } = sending;
  const sentChange = changesData(action.definition);
  let answer: GuardedResponse;
  try {
    answer = await egress.request({ ...built.request, poolKey, timeoutMs, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) return stopped(sentChange);
    if (!(error instanceof EgressError)) throw error;
    return failed(error, sentChange);
  }
  const ending = toOutcome(answer, { ...action.definition.response, redact: built.redact });
  return { ...ending, status: ending.outcome === "ok" ? "succeeded" : "failed" };
}

/** What can be told of a call without making it. */
export function rehearseRequest(egress: Pick<Egress, "checkUrl">, { request }: BuiltRequest): RunEnding {
  try {
    egress.checkUrl(request.url);
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    return failed(error, false);
  }
  return { status: "succeeded", outcome: "ok", told: { outcome: "ok", message: "Nothing was sent." } };
}

function failed({ code, ownerMessage: message }: EgressError, sentChange: boolean): RunEnding {
  return { status: "failed", outcome: code, told: tellFailure(code, { sentChange }), message };
}

/** What was stopped on its way may have arrived. */
export function stopped(sentChange: boolean): RunEnding {
  const detail = "The call was stopped before the service had answered.";
  const told = tellFailure("network_error", { detail, sentChange });
  return { status: "unknown", outcome: "network_error", told, message: detail };
}
