import { Router } from "express";
import { siteSettingsSchema, type SiteView } from "@errand/shared/site";
import { changedFields } from "../../changed-fields.ts";
import type { Site } from "../../sites/site.ts";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite, found, notFound } from "./find-or-refuse.ts";
import { mergeSettings } from "./merge-settings.ts";
import { withoutReadOnly } from "./read-only.ts";
import { requireSettingRoles } from "./setting-rules.ts";

/** `/sites`, `/sites/:site` and the script tag of a site. */
export function siteRoutes(dependencies: AdminDependencies): Router {
  const { sites, siteModels, config } = dependencies;
  const router = Router();
  router.get("/sites", async (_request, response) => {
    response.json({ items: (await sites.list()).map(toSiteView) });
  });
  router.post("/sites", async (request, response) => {
    const settings = siteSettingsSchema.parse(withoutReadOnly(request.body));
    await siteModels.check("", settings.model);
    const site = await sites.create(settings);
    noteChange(request, { thing: site.id, label: settings.name });
    response.status(201).json(toSiteView(site));
  });
  router.get("/sites/:site", async (request, response) => {
    response.json(toSiteView(await findSite(dependencies, request.params.site)));
  });
  router.patch("/sites/:site", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const settings = mergeSettings(site.settings, withoutReadOnly(request.body));
    requireSettingRoles(request, site.settings, settings);
    if (settings.model !== site.settings.model) await siteModels.check(site.id, settings.model);
    const changed = await sites.update(site.id, settings);
    noteChange(request, { label: settings.name, fields: changedFields(site.settings, settings) });
    response.json(toSiteView(found(changed, "site", site.id)));
  });
  router.delete("/sites/:site", async (request, response) => {
    const id = checkId(request.params.site);
    const site = await sites.get(id);
    if (!(await sites.remove(id))) throw notFound("site", id);
    noteChange(request, { label: site?.settings.name ?? "" });
    response.status(204).end();
  });
  router.get("/sites/:site/snippet", async (request, response) => {
    const { id } = await findSite(dependencies, request.params.site);
    response.json({ html: `<script async src="${config.publicUrl}/embed/${id}.js"></script>` });
  });
  return router;
}

function toSiteView({ id, settings, createdAt, updatedAt }: Site): SiteView {
  return { id, ...settings, createdAt, updatedAt };
}
