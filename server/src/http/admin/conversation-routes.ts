import { Router } from "express";
import { OUTCOME_CODES } from "@errand/shared/outcome";
import * as z from "zod";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { findSite, found, notFound } from "./find-or-refuse.ts";
import { idQuery, limitQuery, readQuery, subjectQuery, timeQuery } from "./query.ts";

/** What `GET /sites/:site/conversations` is asked. */
export const conversationQuery = z.strictObject({
  q: z.string().max(200).optional(),
  visitor: subjectQuery.optional(),
  verification: z.enum(["anonymous", "user_hash", "jwt"]).optional(),
  action: idQuery.optional(),
  outcome: z.enum(OUTCOME_CODES).optional(),
  feedback: z.enum(["up", "down"]).optional(),
  from: timeQuery.optional(),
  to: timeQuery.optional(),
  limit: limitQuery,
  cursor: z.string().max(100).optional(),
});

type Dependencies = Pick<AdminDependencies, "sites" | "archive" | "stopTurn">;

/** `/sites/:site/conversations`: what was said and done. */
export function conversationRoutes(dependencies: Dependencies): Router {
  const { archive, stopTurn } = dependencies;
  const router = Router();
  router.get("/sites/:site/conversations", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json(await archive.list(site.id, readQuery(request, conversationQuery)));
  });
  router.get("/sites/:site/conversations/:id", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const id = conversationId(request.params.id);
    response.json(found(await archive.get(site.id, id), "conversation", id));
  });
  router.delete("/sites/:site/conversations/:id", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const id = conversationId(request.params.id);
    found(await archive.get(site.id, id), "conversation", id);
    await stopTurn(id);
    noteChange(request, { thing: id });
    response.json(found(await archive.erase(site.id, id), "conversation", id));
  });
  return router;
}

/** Browsers make these ids. @throws ErrandError `not_found` */
export function conversationId(id: string): string {
  if (/^[\w-]{1,64}$/.test(id)) return id;
  throw notFound("conversation", id);
}
