import { Router } from "express";
import { collectDefaultMetrics, Registry } from "prom-client";
import { sql } from "kysely";
import type { Database } from "../storage/database.ts";

/** `/livez`: the process runs; `/readyz`: it can serve; `/metrics`: what it did, for Prometheus. */
export function healthRoutes({ database }: { database: Database }): Router {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const router = Router();
  router.get("/livez", (_request, response) => {
    response.type("text/plain").send("ok");
  });
  router.get("/readyz", async (_request, response) => {
    const isReady = await sql`select 1`.execute(database).then(
      () => true,
      () => false,
    );
    response
      .status(isReady ? 200 : 503)
      .type("text/plain")
      .send(isReady ? "ok" : "the database does not answer");
  });
  router.get("/metrics", async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
