import { setTimeout as delay } from "node:timers/promises";
import { Router } from "express";
import { sql } from "kysely";
import type { Database } from "../storage/database.ts";
import type { Metrics } from "./metrics.ts";

/** How long the database may take to answer, in milliseconds. */
const PATIENCE_MS = 2_000;

interface HealthDependencies {
  database: Database;
  redis: { readonly isUp: boolean } | undefined;
  metrics: Metrics;
}

/** `/livez`: the process runs; `/readyz`: it can serve; `/metrics`: what it did, for Prometheus. */
export function healthRoutes({ database, redis, metrics }: HealthDependencies): Router {
  const { registry } = metrics;
  const router = Router();
  router.get("/livez", (_request, response) => {
    response.type("text/plain").send("ok");
  });
  router.get("/readyz", async (_request, response) => {
    const answered = sql`select 1`.execute(database).then(
      () => true,
      () => false,
    );
    // A database that cannot be reached may leave the question waiting.
    const isReady = await Promise.race([answered, delay(PATIENCE_MS, false, { ref: false })]);
    response
      .status(isReady ? 200 : 503)
      .type("text/plain")
      .send(isReady ? readyText(redis) : "the database does not answer");
  });
  router.get("/metrics", async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}

/** Without Redis every server serves by itself, so none is taken out of service for it. */
function readyText(redis: HealthDependencies["redis"]): string {
  return redis?.isUp === false ? "ok, but Redis does not answer" : "ok";
}
