import { type Request, type RequestHandler, Router } from "express";
import { siteConfigSchema } from "@errand/shared/site-config";
import * as z from "zod";
import { changedFields } from "../../changed-fields.ts";
import { ErrandError } from "../../errors.ts";
import type { Site } from "../../sites/site.ts";
import { readJson } from "../read-json.ts";
import { toConfigModel } from "./apply-model.ts";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { findSite, found } from "./find-or-refuse.ts";
import { toModelSettings } from "./model-settings.ts";
import { requireModelRole, requireSettingRoles } from "./setting-rules.ts";

const BODY_LIMIT = "5mb";

/** What `PUT /sites/:site/config` is asked. */
export const configQuery = z.strictObject({
  dryRun: z
    .enum(["0", "1"])
    .default("0")
    .transform((text) => text === "1"),
});

type Dependencies = Pick<
  AdminDependencies,
  "sites" | "siteConfigs" | "siteModels" | "siteModelStore" | "egress"
>;

/**
 * `/sites/:site/config`: a whole site as one document. It reads larger bodies than other routes do, so it stands in
 * front of their reader, and lets `gate` judge the caller first.
 */
export function configRoutes(dependencies: Dependencies, gate: RequestHandler[]): Router {
  const { siteConfigs, siteModels, siteModelStore, egress } = dependencies;
  const router = Router();
  router.get("/sites/:site/config", ...gate, async (request, response) => {
    const site = await findSite(dependencies, String(request.params.site));
    response.json(found(await siteConfigs.read(site.id), "site", site.id));
  });
  router.put("/sites/:site/config", ...gate, ...readJson(BODY_LIMIT), async (request, response) => {
    const site = await findSite(dependencies, String(request.params.site));
    const { dryRun } = configQuery.parse({ ...request.query });
    const config = siteConfigSchema.parse(request.body);
    requireSettingRoles(request, site.settings, config.settings, "/settings");
    await judgeModel(request, site, config);
    const result = await siteConfigs.apply(site.id, config, { dryRun });
    const { settings, actions } = result.diff;
    const touched = [
      ...actions.added,
      ...actions.removed,
      ...actions.changed.map(({ identifier }) => identifier),
    ];
    noteChange(request, {
      isSilent: dryRun,
      label: config.settings.name,
      fields: [...settings.map(({ field }) => field), ...touched],
    });
    response.json(result);
  });
  return router;

  async function judgeModel(
    request: Request,
    site: Site,
    { settings: { model: spec }, model: wanted }: z.output<typeof siteConfigSchema>,
  ): Promise<void> {
    const before = toConfigModel(await siteModelStore.get(site.id));
    const changed = wanted ? changedFields(before, wanted) : [];
    requireModelRole(request, changed, "/model");
    if (spec === site.settings.model && changed.length === 0) return;
    if (!wanted) return siteModels.check(site.id, spec).catch(toModelFault);
    const { vendor, baseUrl } = toModelSettings(egress, { spec, ...wanted }, "/model");
    const { fallback } = wanted;
    await siteModels
      .checkSettings(site.id, { spec, fallback }, { vendor, baseUrl, apiKey: undefined })
      .catch(toModelFault);
  }
}

/** Says where in the document the model stands that cannot be served. */
function toModelFault(error: unknown): never {
  if (!(error instanceof ErrandError)) throw error;
  const errors = [{ pointer: "/settings/model", message: error.message }];
  throw new ErrandError(error.code, error.message, { errors });
}
