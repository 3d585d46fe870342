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
import { requireVersion, sendVersion } from "./version.ts";

/** `/sites`, `/sites/:site` and the script tag of a site. */
export function siteRoutes(dependencies: AdminDependencies): Router {
  const { sites, siteModels, config } = dependencies;
  // An address that ends in ".." is shortened on its way: what was meant for a part must not reach the whole site.
  const router = Router({ strict: true });
  router.get("/sites", async (_request, response) => {
    response.json({ items: (await sites.list()).map(toSiteView) });
  });
  router.post("/sites", async (request, response) => {
    const settings = siteSettingsSchema.parse(withoutReadOnly(request.body));
    await siteModels.check("", settings.model);
    const site = await sites.create(settings);
    noteChange(request, { thing: site.id, label: settings.name });
    sendVersion(response.status(201), toSiteView(site));
  });
  router.get("/sites/:site", async (request, response) => {
    sendVersion(response, toSiteView(await findSite(dependencies, request.params.site)));
  });
  router.patch("/sites/:site", async (request, response) => {
    const id = checkId(request.params.site);
    const changed = await sites.change(id, async (site) => {
      requireVersion(request, "site", site);
      const settings = mergeSettings(site.settings, withoutReadOnly(request.body));
      requireSettingRoles(request, site.settings, settings);
      if (settings.model !== site.settings.model) await siteModels.check(site.id, settings.model);
      return settings;
    });
    const { before, after } = found(changed, "site", id);
    noteChange(request, {
      label: after.settings.name,
      fields: changedFields(before.settings, after.settings),
    });
    sendVersion(response, toSiteView(after));
  });
  router.delete("/sites/:site", async (request, response) => {
    const id = checkId(request.params.site);
    const site = await sites.get(id);
    if (site) requireVersion(request, "site", site);
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
