import { Router } from "express";
import { identityChangeSchema, identitySecretRequestSchema } from "@errand/shared/identity-keys";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite, found, notFound } from "./find-or-refuse.ts";
import { checkIdentity } from "./identity-check.ts";

/** `/sites/:site/identity-secrets` and the check of a proof. */
export function secretRoutes(dependencies: AdminDependencies): Router {
  const { identity } = dependencies;
  const { secrets } = identity;
  const router = Router();
  router.get("/sites/:site/identity-secrets", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json({ items: await secrets.list(site.id) });
  });
  router.post("/sites/:site/identity-secrets", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const { kind, label, endsAt } = identitySecretRequestSchema.parse(request.body);
    const created = await secrets.create(site.id, kind, label, endsAt);
    noteChange(request, { thing: created.id, label });
    response.status(201).json(created);
  });
  router.patch("/sites/:site/identity-secrets/:id", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const id = checkId(request.params.id);
    await secrets.change(site.id, id, identityChangeSchema.parse(request.body));
    const changed = (await secrets.list(site.id)).find((secret) => secret.id === id);
    response.json(found(changed, "identity secret", id));
  });
  router.delete("/sites/:site/identity-secrets/:id", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const id = checkId(request.params.id);
    if (!(await secrets.remove(site.id, id))) throw notFound("identity secret", id);
    response.status(204).end();
  });
  router.post("/sites/:site/identity-check", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const now = (dependencies.now ?? (() => new Date()))();
    response.json(await checkIdentity({ site, proof: request.body as unknown, sources: identity, now }));
  });
  return router;
}
