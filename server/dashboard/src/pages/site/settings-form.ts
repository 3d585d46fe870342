import type { SiteSettings, SiteSettingsPart, SiteView } from "@errand/shared/site";
import type { FieldError } from "@errand/shared/wire";
import { type LocalizedRow, judgeRows, toLocalized, toRows } from "../../forms/localized-rows.ts";
import { type Keyed, keyed } from "../../forms/rows.ts";

/** One suggested question, in the owner's languages. */
export interface StarterRow extends Keyed {
  rows: LocalizedRow[];
}

/** A site's looks and words while they are edited. */
export interface SettingsForm {
  name: string;
  defaultLocale: string;
  color: string;
  side: SiteSettings["appearance"]["side"];
  greeting: LocalizedRow[];
  starters: StarterRow[];
  instructions: string;
}

/** The form of a site. */
export function toSettingsForm(site: SiteView): SettingsForm {
  const { name, defaultLocale, appearance, greeting, starters, instructions } = site;
  return {
    name,
    defaultLocale,
    ...appearance,
    greeting: toRows(greeting),
    starters: starters.map((starter) => keyed({ rows: toRows(starter) })),
    instructions,
  };
}

/** The settings that a form stands for. */
export function toSettings(form: SettingsForm): SiteSettingsPart {
  const { name, defaultLocale, color, side, greeting, starters, instructions } = form;
  return {
    name,
    defaultLocale,
    appearance: { color, side },
    greeting: toLocalized(greeting),
    starters: starters.map((starter) => toLocalized(starter.rows)),
    instructions,
  };
}

/** Faults of the languages, which the schema of the settings cannot place. */
export function judgeSettingsForm(form: SettingsForm): FieldError[] {
  return [
    ...judgeRows(form.greeting, "/greeting"),
    ...form.starters.flatMap((starter, index) => judgeRows(starter.rows, `/starters/${index}`)),
  ];
}
