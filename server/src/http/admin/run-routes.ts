import { Router } from "express";
import * as z from "zod";
import { OUTCOME_CODES } from "@errand/shared/outcome";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite, found } from "./find-or-refuse.ts";

const id = z.string().regex(/^\w{1,64}$/, "must be an id");
const time = z
  .union(
    [z.iso.datetime({ offset: true }), z.iso.date()],
    "must be an ISO 8601 date or time, such as 2026-03-01T12:00:00Z",
  )
  .transform((text) => new Date(text).toISOString());

const filterSchema = z.strictObject({
  action: id.optional(),
  outcome: z.enum(OUTCOME_CODES).optional(),
  from: time.optional(),
  to: time.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: id.optional(),
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
