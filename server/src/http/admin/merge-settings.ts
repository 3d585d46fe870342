import { sitePatchSchema, siteSettingsSchema, type SiteSettings } from "@errand/shared/site";

/** What the patch leaves out stays, in `appearance` and `handOver` too. @throws z.ZodError */
export function mergeSettings(settings: SiteSettings, body: unknown): SiteSettings {
  const patch = sitePatchSchema.parse(body);
  const inner = { ...patch };
  for (const name of ["appearance", "handOver"] as const) {
    if (isObject(patch[name])) inner[name] = { ...settings[name], ...patch[name] };
  }
  return siteSettingsSchema.parse({ ...settings, ...inner });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
