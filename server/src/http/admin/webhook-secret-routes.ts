import { Router } from "express";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite, notFound } from "./find-or-refuse.ts";

/** `/sites/:site/webhook-secrets`: what the site's calls are signed with. */
export function webhookSecretRoutes(dependencies: AdminDependencies): Router {
  const { webhookSecrets } = dependencies;
  const router = Router();
  router.get("/sites/:site/webhook-secrets", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json({ items: await webhookSecrets.list(site.id) });
  });
  router.post("/sites/:site/webhook-secrets", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const created = await webhookSecrets.create(site.id);
    noteChange(request, { thing: created.id });
    response.status(201).json(created);
  });
  router.delete("/sites/:site/webhook-secrets/:id", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const id = checkId(request.params.id);
    if (!(await webhookSecrets.remove(site.id, id))) throw notFound("webhook secret", id);
    response.status(204).end();
  });
  return router;
}
