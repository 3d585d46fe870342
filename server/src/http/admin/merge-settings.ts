import { sitePatchSchema, siteSettingsSchema, type SiteSettings } from "@errand/shared/site";

/** What the patch leaves out stays, in `appearance` too. @throws z.ZodError */
export function mergeSettings(settings: SiteSettings, body: unknown): SiteSettings {
  const patch = sitePatchSchema.parse(body);
  const { appearance } = patch;
  const isObject = typeof appearance === "object" && appearance !== null && !Array.isArray(appearance);
  const merged = isObject ? { ...patch, appearance: { ...settings.appearance, ...appearance } } : patch;
  return siteSettingsSchema.parse({ ...settings, ...merged });
}
