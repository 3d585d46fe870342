import { collectDefaultMetrics, Counter, Registry } from "prom-client";

/** What the server counts of itself, for Prometheus. */
export interface Metrics {
  registry: Registry;
  /** Proofs of identity by how they ended: `ok`, a problem's code, or `rate_limited`. */
  identityProofs: Counter<"result">;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const identityProofs = new Counter({
    name: "errand_identity_proofs_total",
    help: "Proofs of identity that visitors' pages gave, by result.",
    labelNames: ["result"],
    registers: [registry],
  });
  return { registry, identityProofs };
}
