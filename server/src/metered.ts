import type { RunStore } from "./actions/run-store.ts";
import type { LiveTurns } from "./conversations/live-turns.ts";
import { EgressError } from "./egress/egress-error.ts";
import type { Egress } from "./egress/guarded-request.ts";
import type { Metrics } from "./http/metrics.ts";

/** The ledger, counting how runs end. */
export function meterRuns(runs: RunStore, metrics: Pick<Metrics, "runs" | "runSeconds">): RunStore {
  return {
    ...runs,
    async finish(id, end) {
      metrics.runs.inc({ outcome: end.outcome });
      metrics.runSeconds.observe(end.durationMs / 1_000);
      await runs.finish(id, end);
    },
  };
}

/** The turns under way, counted. */
export function meterTurns(
  liveTurns: LiveTurns,
  metrics: Pick<Metrics, "turns" | "turnsUnderWay" | "turnSeconds">,
): LiveTurns {
  return {
    ...liveTurns,
    async claim(conversationId, causes) {
      const claimed = await liveTurns.claim(conversationId, causes);
      if (!claimed.isNew) return claimed;
      metrics.turns.inc();
      metrics.turnsUnderWay.inc();
      const stopTimer = metrics.turnSeconds.startTimer();
      void claimed.turn.ended.finally(() => {
        metrics.turnsUnderWay.dec();
        stopTimer();
      });
      return claimed;
    },
  };
}

/** The way out, counting what is refused or fails. */
export function meterEgress(egress: Egress, metrics: Pick<Metrics, "egressFailures">): Egress {
  const count = (error: unknown): never => {
    if (error instanceof EgressError) metrics.egressFailures.inc({ code: error.code });
    throw error;
  };
  return {
    ...egress,
    request: (request) => egress.request(request).catch(count),
    open: (request) => egress.open(request).catch(count),
  };
}
