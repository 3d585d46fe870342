import type { SiteSettings, SiteView } from "@errand/shared/site";

/** What a site is called and the assistant is told, while it is edited. */
export type SettingsForm = Pick<SiteSettings, "name" | "defaultLocale" | "instructions">;

/** The form of a site, which is its settings as they are. */
export function toSettingsForm({ name, defaultLocale, instructions }: SiteView): SettingsForm {
  return { name, defaultLocale, instructions };
}
