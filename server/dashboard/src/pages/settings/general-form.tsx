import { Allowed } from "../../components/allowed.tsx";
import { SegmentedField } from "../../components/choice-field.tsx";
import { Card } from "../../components/states.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { words } from "../../words/words.ts";
import type { PartProps } from "../site/part-props.ts";
import { SaveRow } from "../site/save-row.tsx";
import { useSiteForm } from "../site/use-site-form.ts";
import { judgeSettingsForm, toSettings, toSettingsForm } from "./settings-form.ts";

/** What the site is called, what the assistant is told, what visitors are shown and how long it is kept. */
export function GeneralForm({ site, onSite }: PartProps) {
  const { model, isBusy, save } = useSiteForm({
    site,
    onSite,
    toForm: toSettingsForm,
    toSettings,
    judge: judgeSettingsForm,
  });
  const { form, change, field } = model;
  const { name, defaultLocale, instructions, receipts, retentionDays } = form.value;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Allowed least="editor">
        <Card title={words.settings.general}>
          <div class="columns">
            <TextField
              {...field("/name")}
              label={words.sites.name}
              required
              maxLength={120}
              value={name}
              onValue={(value) => change({ name: value })}
            />
            <TextField
              {...field("/defaultLocale")}
              label={words.settings.locale}
              hint={words.settings.localeHint}
              isCode
              required
              maxLength={35}
              value={defaultLocale}
              onValue={(value) => change({ defaultLocale: value })}
            />
          </div>
        </Card>
        <Card title={words.settings.instructions}>
          <TextArea
            {...field("/instructions")}
            label={words.settings.instructions}
            isLabelHidden
            hint={words.settings.instructionsHint}
            rows={6}
            maxLength={8_000}
            value={instructions}
            onValue={(value) => change({ instructions: value })}
          />
        </Card>
        <Card title={words.keeping.title}>
          <div class="columns">
            <SegmentedField
              {...field("/receipts")}
              label={words.keeping.receipts}
              hint={words.keeping.receiptsHint}
              value={receipts}
              options={(["full", "short", "off"] as const).map((kind) => [
                kind,
                words.keeping.receiptKinds[kind],
              ])}
              onValue={(value) => change({ receipts: value })}
            />
            <TextField
              {...field("/retentionDays")}
              label={words.keeping.days}
              hint={words.keeping.daysHint}
              type="number"
              min={1}
              max={3_650}
              value={retentionDays}
              onValue={(value) => change({ retentionDays: value })}
            />
          </div>
        </Card>
        <SaveRow isDirty={model.isDirty.value} isBusy={isBusy} />
      </Allowed>
    </form>
  );
}
