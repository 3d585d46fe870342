import { SETTING_ROLES } from "@errand/shared/setting-roles";
import { Allowed } from "../../components/allowed.tsx";
import { SegmentedField } from "../../components/choice-field.tsx";
import { Card } from "../../components/states.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { words } from "../../words/words.ts";
import type { PartProps } from "../site/part-props.ts";
import { SiteForm } from "../site/site-form.tsx";
import { useSiteForm } from "../site/use-site-form.ts";
import { judgeSettingsForm, toSettings, toSettingsForm } from "./settings-form.ts";

const TIME_ZONES = "time-zones";

/** What the site is called, what the assistant is told, what visitors are shown and how long it is kept. */
export function GeneralForm({ site, onSite }: PartProps) {
  const state = useSiteForm({
    site,
    onSite,
    toForm: toSettingsForm,
    toSettings,
    judge: judgeSettingsForm,
  });
  const { bind } = state.model;
  return (
    <SiteForm state={state}>
      <Card title={words.settings.general}>
        <div class="columns">
          <TextField {...bind("name")} label={words.sites.name} required maxLength={120} />
          <TextField
            {...bind("defaultLocale")}
            label={words.settings.locale}
            hint={words.settings.localeHint}
            isCode
            required
            maxLength={35}
          />
          <TextField
            {...bind("timeZone")}
            label={words.settings.timeZone}
            hint={words.settings.timeZoneHint}
            isCode
            maxLength={64}
            list={TIME_ZONES}
            placeholder={Intl.DateTimeFormat().resolvedOptions().timeZone}
          />
          <datalist id={TIME_ZONES}>
            {Intl.supportedValuesOf("timeZone").map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
      </Card>
      <Card title={words.settings.instructions}>
        <TextArea
          {...bind("instructions")}
          label={words.settings.instructions}
          isLabelHidden
          hint={words.settings.instructionsHint}
          rows={6}
          maxLength={8_000}
        />
      </Card>
      <Card title={words.keeping.title}>
        <div class="columns">
          <SegmentedField
            {...bind("receipts")}
            label={words.keeping.receipts}
            hint={words.keeping.receiptsHint}
            options={(["full", "short", "off"] as const).map((kind) => [
              kind,
              words.keeping.receiptKinds[kind],
            ])}
          />
          <div>
            <Allowed least={SETTING_ROLES.retentionDays} isOneField>
              <TextField
                {...bind("retentionDays")}
                label={words.keeping.days}
                hint={words.keeping.daysHint}
                type="number"
                min={1}
                max={3_650}
              />
            </Allowed>
          </div>
        </div>
      </Card>
    </SiteForm>
  );
}
