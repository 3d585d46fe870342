import type { SiteView } from "@errand/shared/site";
import { useLocation } from "preact-iso/router";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { SegmentedField } from "../../components/choice-field.tsx";
import { confirm } from "../../components/confirm.tsx";
import { LocalizedField } from "../../components/localized-field.tsx";
import { Card } from "../../components/states.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";
import { ColorField } from "./color-field.tsx";
import { LooksPreview } from "./looks-preview.tsx";
import { PartHead } from "./part-head.tsx";
import { SaveRow } from "./save-row.tsx";
import { judgeSettingsForm, toSettings, toSettingsForm } from "./settings-form.ts";
import type { PartProps } from "./part-props.ts";
import { StartersField } from "./starters-field.tsx";
import { useSiteForm } from "./use-site-form.ts";

/** How the widget of this site looks and speaks; and the end of the site. */
export function SettingsPart({ site, onSite }: PartProps) {
  const { model, isBusy, save } = useSiteForm({
    site,
    onSite,
    toForm: toSettingsForm,
    toSettings,
    judge: judgeSettingsForm,
  });
  const { form, change, field } = model;
  const { name, defaultLocale, color, side, greeting, starters, instructions } = form.value;
  return (
    <>
      <PartHead title={words.site.parts.settings} text={words.settings.text} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
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
        <Card title={words.settings.looks}>
          <div class="looks">
            <div class="stack">
              <ColorField
                {...field("/appearance/color")}
                value={color}
                onValue={(value) => change({ color: value })}
              />
              <SegmentedField
                {...field("/appearance/side")}
                label={words.settings.side}
                hint={words.settings.sideHint}
                value={side}
                options={[
                  ["left", words.settings.left],
                  ["right", words.settings.right],
                ]}
                onValue={(value) => change({ side: value })}
              />
            </div>
            <LooksPreview color={color} side={side} />
          </div>
        </Card>
        <Card title={words.settings.speech}>
          <div class="stack">
            <LocalizedField
              label={words.settings.greeting}
              hint={words.settings.greetingHint}
              rows={greeting}
              onRows={(rows) => change({ greeting: rows })}
              pointer="/greeting"
              field={field}
            />
            <StartersField
              starters={starters}
              onStarters={(rows) => change({ starters: rows })}
              field={field}
            />
            <TextArea
              {...field("/instructions")}
              label={words.settings.instructions}
              hint={words.settings.instructionsHint}
              rows={6}
              maxLength={8_000}
              value={instructions}
              onValue={(value) => change({ instructions: value })}
            />
          </div>
        </Card>
        <SaveRow isDirty={model.isDirty.value} isBusy={isBusy} />
      </form>
      <DeleteSite site={site} />
    </>
  );
}

function DeleteSite({ site }: { site: SiteView }) {
  const { route } = useLocation();
  const remove = async () => {
    if (!(await confirm({ ...words.settings.deleting(site.name), typed: site.name, isDangerous: true })))
      return;
    try {
      await api.deleteSite(site.id);
      notify(words.settings.deleted(site.name));
      route("/");
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
  };
  return (
    <Card
      title={words.settings.deleteTitle}
      text={words.settings.deleteText}
      aside={
        <button type="button" class="button danger-quiet" onClick={() => void remove()}>
          {words.settings.delete}
        </button>
      }
    />
  );
}
