import { Router } from "express";
import { accountName } from "@errand/shared/team";
import * as z from "zod";
import type { AdminDependencies } from "./dependencies.ts";
import { idQuery, limitQuery, readQuery, timeQuery } from "./query.ts";

/** What `GET /audit` is asked. */
export const auditQuery = z.strictObject({
  site: idQuery.optional(),
  actor: z.union([z.literal("ERRAND_ADMIN_TOKEN"), accountName]).optional(),
  from: timeQuery.optional(),
  to: timeQuery.optional(),
  limit: limitQuery,
  cursor: idQuery.optional(),
});

/** `/audit`: who changed what, newest first. */
export function auditRoutes({ audit }: Pick<AdminDependencies, "audit">): Router {
  const router = Router();
  router.get("/audit", async (request, response) => {
    const filter = readQuery(request, auditQuery);
    const items = await audit.list(filter);
    const last = items.length < filter.limit ? undefined : items.at(-1);
    response.json({ items, nextCursor: last?.id ?? null });
  });
  return router;
}
