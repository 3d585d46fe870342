import { Router } from "express";
import * as z from "zod";
import { OUTCOME_CODES } from "@errand/shared/outcome";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite, found } from "./find-or-refuse.ts";
import { idQuery, limitQuery, readQuery, timeQuery } from "./query.ts";

/** What `GET /sites/:site/runs` is asked. */
export const runQuery = z.strictObject({
  action: idQuery.optional(),
  outcome: z.enum(OUTCOME_CODES).optional(),
  from: timeQuery.optional(),
  to: timeQuery.optional(),
  limit: limitQuery,
  cursor: idQuery.optional(),
});

const WEEK_MS = 7 * 24 * 60 * 60_000;
const MOST_DAYS = 400;

/** What `GET /sites/:site/runs/stats` is asked; the last week without `from`. */
export const statsQuery = z
  .strictObject({ action: idQuery.optional(), from: timeQuery.optional(), to: timeQuery.optional() })
  .transform(({ action, from, to = new Date().toISOString() }) => ({
    action,
    from: from ?? new Date(Date.parse(to) - WEEK_MS).toISOString(),
    to,
  }))
  .refine(({ from, to }) => from < to, { path: ["from"], message: "must be before `to`" })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MOST_DAYS * 24 * 60 * 60_000, {
    path: ["from"],
    message: `must be at most ${MOST_DAYS} days before \`to\``,
  });

/** `/sites/:site/runs`: the ledger, and how it went over time. */
export function runRoutes(dependencies: AdminDependencies): Router {
  const { runs } = dependencies;
  const router = Router();
  router.get("/sites/:site/runs", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const filter = readQuery(request, runQuery);
    const items = await runs.list(site.id, filter);
    const last = items.length < filter.limit ? undefined : items.at(-1);
    response.json({ items, nextCursor: last?.id ?? null });
  });
  router.get("/sites/:site/runs/stats", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json(await runs.stats(site.id, readQuery(request, statsQuery)));
  });
  router.get("/sites/:site/runs/:run", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const run = await runs.get(site.id, checkId(request.params.run));
    response.json(found(run, "run", request.params.run));
  });
  return router;
}
