import { Router } from "express";
import { siteModelSchema, type ModelTestResult, type SiteModelView } from "@errand/shared/site-model";
import type { Site } from "../../sites/site.ts";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { findSite, found } from "./find-or-refuse.ts";
import { toModelSettings } from "./model-settings.ts";
import { tryModel } from "./try-model.ts";

/** `/sites/:site/model`: which model answers, how it is reached, and how much it may use. */
export function modelRoutes(dependencies: AdminDependencies): Router {
  const { sites, siteModels, siteModelStore } = dependencies;
  const router = Router();
  router.get("/sites/:site/model", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json(await toView(dependencies, site));
  });
  router.put("/sites/:site/model", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const { apiKey, ...input } = siteModelSchema.parse(request.body);
    const settings = toModelSettings(dependencies.egress, input);
    await siteModels.checkSettings(site.id, input, { ...settings, apiKey });
    await siteModelStore.put(site.id, settings, apiKey);
    const changed = await sites.change(site.id, (now) => ({ ...now.settings, model: input.spec }));
    noteChange(request, { label: input.spec ?? "" });
    response.json(await toView(dependencies, found(changed, "site", site.id).after));
  });
  router.delete("/sites/:site/model", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    await siteModelStore.remove(site.id);
    await sites.change(site.id, (now) => ({ ...now.settings, model: null }));
    response.status(204).end();
  });
  router.post("/sites/:site/model/test", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const result: ModelTestResult = await tryModel(siteModels, site);
    response.json(result);
  });
  return router;
}

async function toView({ siteModelStore, usage }: AdminDependencies, site: Site): Promise<SiteModelView> {
  const [own, today] = await Promise.all([siteModelStore.get(site.id), usage.today(site.id)]);
  return {
    spec: site.settings.model,
    baseUrl: own?.baseUrl ?? null,
    apiKey: own?.apiKey ?? { set: false },
    fallback: own?.fallback ?? null,
    dailyTokenBudget: own?.dailyTokenBudget ?? null,
    usage: { today },
  };
}
