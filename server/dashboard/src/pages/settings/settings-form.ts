import type { SiteSettings, SiteSettingsPart, SiteView } from "@errand/shared/site";
import type { FieldError } from "@errand/shared/wire";
import { words } from "../../words/words.ts";

/** What a site is called, what the assistant is told, and what is kept, while it is edited. */
export interface SettingsForm extends Pick<
  SiteSettings,
  "name" | "defaultLocale" | "instructions" | "receipts"
> {
  /** Empty when none is set. */
  timeZone: string;
  /** As it was typed; empty for ever. */
  retentionDays: string;
}

/** The form of a site. */
export function toSettingsForm(site: SiteView): SettingsForm {
  const { name, defaultLocale, timeZone, instructions, receipts, retentionDays } = site;
  return {
    name,
    defaultLocale,
    timeZone: timeZone ?? "",
    instructions,
    receipts,
    retentionDays: String(retentionDays ?? ""),
  };
}

/** The settings that a form stands for; a number of days that is none is judged by itself. */
export function toSettings({ retentionDays, timeZone, ...form }: SettingsForm): SiteSettingsPart {
  const days = readDays(retentionDays);
  const settings = { ...form, timeZone: timeZone.trim() || null };
  return days === undefined ? settings : { ...settings, retentionDays: days };
}

export function judgeSettingsForm({ retentionDays }: SettingsForm): FieldError[] {
  if (readDays(retentionDays) !== undefined) return [];
  return [{ pointer: "/retentionDays", message: words.keeping.daysFault }];
}

/** Null for no end, undefined for what is no number of days. */
function readDays(text: string): number | null | undefined {
  const days = text.trim();
  if (days === "") return null;
  return /^\d{1,4}$/.test(days) && Number(days) >= 1 && Number(days) <= 3_650 ? Number(days) : undefined;
}
