import { Router } from "express";
import { identityChangeSchema, identityKeyRequestSchema } from "@errand/shared/identity-keys";
import { judgeNewKey } from "../../identity/new-key.ts";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite, found, notFound } from "./find-or-refuse.ts";

/** `/sites/:site/identity-keys`: the public keys that a site's tokens may be signed for. */
export function identityKeyRoutes(dependencies: AdminDependencies): Router {
  const { keys, readKeySet } = dependencies.identity;
  const router = Router();
  router.get("/sites/:site/identity-keys", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json({ items: await keys.list(site.id) });
  });
  router.post("/sites/:site/identity-keys", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const { label, endsAt, ...wanted } = identityKeyRequestSchema.parse(request.body);
    const key = await judgeNewKey(wanted, (url) => readKeySet({ siteId: site.id, url }));
    const created = await keys.create(site.id, { ...key, label, endsAt });
    noteChange(request, { thing: created.id, label });
    response.status(201).json(created);
  });
  router.patch("/sites/:site/identity-keys/:id", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const id = checkId(request.params.id);
    const change = identityChangeSchema.parse(request.body);
    await keys.change(site.id, id, change);
    const changed = (await keys.list(site.id)).find((key) => key.id === id);
    response.json(found(changed, "identity key", id));
  });
  router.delete("/sites/:site/identity-keys/:id", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const id = checkId(request.params.id);
    if (!(await keys.remove(site.id, id))) throw notFound("identity key", id);
    response.status(204).end();
  });
  return router;
}
