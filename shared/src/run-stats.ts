/** Runs of one stretch of time. Durations are exact to 10 milliseconds; null where no run ended. */
export interface RunBucket {
  /** ISO 8601 UTC. */
  start: string;
  runs: number;
  succeeded: number;
  failed: number;
  /** Under way, or lost with a server that stopped. */
  unknown: number;
  p50Ms: number | null;
  p95Ms: number | null;
}

/** Answer of `GET /admin/v1/sites/:site/runs/stats`. */
export interface RunStats {
  from: string;
  to: string;
  bucket: "hour" | "day";
  /** Every stretch from `from` to `to`, the oldest first. */
  buckets: RunBucket[];
  total: Omit<RunBucket, "start">;
  /** By action, the one with most runs first. */
  actions: {
    actionId: string;
    identifier: string;
    runs: number;
    succeeded: number;
    failed: number;
    unknown: number;
    /** When the newest of them began; ISO 8601 UTC. */
    lastAt: string;
  }[];
}
