import { Router } from "express";
import * as z from "zod";
import { OUTCOME_CODES } from "@errand/shared/outcome";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite, found } from "./find-or-refuse.ts";
import { idQuery, limitQuery, timeQuery } from "./query.ts";

const filterSchema = z.strictObject({
  action: idQuery.optional(),
  outcome: z.enum(OUTCOME_CODES).optional(),
  from: timeQuery.optional(),
  to: timeQuery.optional(),
  limit: limitQuery,
  cursor: idQuery.optional(),
});

/** `/sites/:site/runs`: the ledger. */
export function runRoutes(dependencies: AdminDependencies): Router {
  const { runs } = dependencies;
  const router = Router();
  router.get("/sites/:site/runs", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const filter = filterSchema.parse({ ...request.query });
    const items = await runs.list(site.id, filter);
    const last = items.length < filter.limit ? undefined : items.at(-1);
    response.json({ items, nextCursor: last?.id ?? null });
  });
  router.get("/sites/:site/runs/:run", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const run = await runs.get(site.id, checkId(request.params.run));
    response.json(found(run, "run", request.params.run));
  });
  return router;
}
