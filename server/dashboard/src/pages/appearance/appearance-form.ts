import type { SiteSettings, SiteView } from "@errand/shared/site";
import type { FieldError } from "@errand/shared/wire";
import { type LocalizedRow, judgeRows, toLocalized, toRows } from "../../forms/localized-rows.ts";
import { type Keyed, keyed } from "../../forms/rows.ts";

/** One suggested question, in the owner's languages. */
export interface StarterRow extends Keyed {
  rows: LocalizedRow[];
}

type Appearance = SiteSettings["appearance"];

/** How a site's widget looks and greets, while it is edited. */
export interface AppearanceForm extends Omit<Appearance, "avatarUrl"> {
  avatarUrl: string;
  greeting: LocalizedRow[];
  starters: StarterRow[];
}

/** The settings that the form is about. */
type AppearanceSettings = Pick<SiteSettings, "appearance" | "greeting" | "starters">;

/** The form of a site. */
export function toAppearanceForm({ appearance, greeting, starters }: SiteView): AppearanceForm {
  return {
    ...appearance,
    avatarUrl: appearance.avatarUrl ?? "",
    greeting: toRows(greeting),
    starters: starters.map((starter) => keyed({ rows: toRows(starter) })),
  };
}

/** The settings that a form stands for. */
export function toAppearance(form: AppearanceForm): AppearanceSettings {
  const { greeting, starters, avatarUrl, ...looks } = form;
  return {
    appearance: { ...looks, avatarUrl: avatarUrl.trim() === "" ? null : avatarUrl.trim() },
    greeting: toLocalized(greeting),
    starters: starters.map((starter) => toLocalized(starter.rows)),
  };
}

/** Faults of the languages, which the schema of the settings cannot place. */
export function judgeAppearance(form: AppearanceForm): FieldError[] {
  return [
    ...judgeRows(form.greeting, "/greeting"),
    ...form.starters.flatMap((starter, index) => judgeRows(starter.rows, `/starters/${index}`)),
  ];
}
