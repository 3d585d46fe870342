import type { SiteView } from "@errand/shared/site";
import { useLocation } from "preact-iso/router";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { confirm } from "../../components/confirm.tsx";
import { Card } from "../../components/states.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";
import { PartHead } from "./part-head.tsx";
import { SaveRow } from "./save-row.tsx";
import { toSettingsForm } from "./settings-form.ts";
import type { PartProps } from "./part-props.ts";
import { useSiteForm } from "./use-site-form.ts";

/** What the site is called and the assistant is told; and the end of the site. */
export function SettingsPart({ site, onSite }: PartProps) {
  const { model, isBusy, save } = useSiteForm({
    site,
    onSite,
    toForm: toSettingsForm,
    toSettings: (form) => form,
  });
  const { form, change, field } = model;
  const { name, defaultLocale, instructions } = form.value;
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
