import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** Upper ends of the classes that durations are counted in, in seconds. */
const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What the server counts of itself, for Prometheus. Every label has a short list of values. */
export interface Metrics {
  registry: Registry;
  /** Proofs of identity by how they ended: `ok`, a problem's code, or `rate_limited`. */
  identityProofs: Counter<"result">;
  /** Runs that ended, by outcome. */
  runs: Counter<"outcome">;
  runSeconds: Histogram;
  /** Replies that were begun. */
  turns: Counter;
  turnsUnderWay: Gauge;
  turnSeconds: Histogram;
  /** Calls to typed addresses that were refused or failed, by class. */
  egressFailures: Counter<"code">;
  /** Attempts to sign in to the dashboard: `ok` or `refused`. */
  signIns: Counter<"result">;
}

/** Shows whether Redis answers, where there is one. */
export function showRedis({ registry }: Metrics, redis: { readonly isUp: boolean }): void {
  const up = new Gauge({
    name: "errand_redis_up",
    help: "1 while Redis answers this server, 0 while it is away.",
    registers: [],
    collect() {
      this.set(redis.isUp ? 1 : 0);
    },
  });
  registry.registerMetric(up);
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    identityProofs: new Counter({
      name: "errand_identity_proofs_total",
      help: "Proofs of identity that visitors' pages gave, by result.",
      labelNames: ["result"],
      registers,
    }),
    runs: new Counter({
      name: "errand_runs_total",
      help: "Runs of actions that ended, by outcome.",
      labelNames: ["outcome"],
      registers,
    }),
    runSeconds: new Histogram({
      name: "errand_run_duration_seconds",
      help: "How long runs of actions took.",
      buckets: SECONDS,
      registers,
    }),
    turns: new Counter({ name: "errand_turns_total", help: "Replies that were begun.", registers }),
    turnsUnderWay: new Gauge({
      name: "errand_turns_under_way",
      help: "Replies that are being made now.",
      registers,
    }),
    turnSeconds: new Histogram({
      name: "errand_turn_duration_seconds",
      help: "How long replies took, calls included.",
      buckets: SECONDS,
      registers,
    }),
    egressFailures: new Counter({
      name: "errand_egress_failures_total",
      help: "Calls to addresses that owners typed which were refused or failed, by class.",
      labelNames: ["code"],
      registers,
    }),
    signIns: new Counter({
      name: "errand_sign_ins_total",
      help: "Attempts to sign in to the dashboard, by result.",
      labelNames: ["result"],
      registers,
    }),
  };
}
