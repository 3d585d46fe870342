import { createHash } from "node:crypto";
import { Router } from "express";
import * as z from "zod";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { findSite, found, notFound } from "./find-or-refuse.ts";
import { readQuery, subjectQuery } from "./query.ts";

/** What `GET /sites/:site/visitors` is asked: how their ids begin. */
export const visitorQuery = z.strictObject({ q: z.union([z.literal(""), subjectQuery]).default("") });

type Dependencies = Pick<AdminDependencies, "sites" | "archive" | "stopTurn">;

/** `/sites/:site/visitors`: what is kept of one person, to hand out and to take away. */
export function visitorRoutes(dependencies: Dependencies): Router {
  const { archive, stopTurn } = dependencies;
  const router = Router();
  router.get("/sites/:site/visitors", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const { q } = readQuery(request, visitorQuery);
    response.json({ items: await archive.listVisitors(site.id, q) });
  });
  router.get("/sites/:site/visitors/:user_id", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const userId = subjectOf(request.params.user_id);
    response.json(found(await archive.export(site.id, userId), "visitor", userId));
  });
  router.delete("/sites/:site/visitors/:user_id", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const userId = subjectOf(request.params.user_id);
    for (const id of await archive.idsOf(site.id, userId)) await stopTurn(id);
    const receipt = found(await archive.eraseVisitor(site.id, userId), "visitor", userId);
    // The log must not keep the id of somebody who asked to be forgotten.
    noteChange(request, {
      thing: `sha256:${createHash("sha256").update(userId).digest("hex").slice(0, 16)}`,
    });
    response.json(receipt);
  });
  return router;
}

/** @throws ErrandError `not_found` for what can be nobody's id */
function subjectOf(text: string): string {
  const parsed = subjectQuery.safeParse(text);
  if (parsed.success) return parsed.data;
  throw notFound("visitor", text);
}
