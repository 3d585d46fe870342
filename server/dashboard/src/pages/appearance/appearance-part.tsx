import { Allowed } from "../../components/allowed.tsx";
import { LocalizedField } from "../../components/localized-field.tsx";
import { Card } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
import { PartHead } from "../site/part-head.tsx";
import type { PartProps } from "../site/part-props.ts";
import { SaveRow } from "../site/save-row.tsx";
import { useSiteForm } from "../site/use-site-form.ts";
import { judgeAppearance, toAppearance, toAppearanceForm } from "./appearance-form.ts";
import { LookFields } from "./look-fields.tsx";
import { LivePreview } from "./live-preview.tsx";
import { StartersField } from "./starters-field.tsx";

/** How the widget of this site looks and greets, beside the real one. */
export function AppearancePart({ site, onSite }: PartProps) {
  const { model, isBusy, save } = useSiteForm({
    site,
    onSite,
    toForm: toAppearanceForm,
    toSettings: toAppearance,
    judge: judgeAppearance,
  });
  const { form, change, field } = model;
  const { greeting, starters } = form.value;
  return (
    <>
      <PartHead title={words.site.parts.appearance} text={words.appearance.text} />
      <div class="try">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Allowed least="editor">
            <Card title={words.appearance.looks}>
              <LookFields model={model} />
            </Card>
            <Card title={words.appearance.speech}>
              <div class="stack">
                <LocalizedField
                  label={words.appearance.greeting}
                  hint={words.appearance.greetingHint}
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
              </div>
            </Card>
            <SaveRow isDirty={model.isDirty.value} isBusy={isBusy} />
          </Allowed>
        </form>
        <div class="try-stage">
          <LivePreview site={site} model={model} />
        </div>
      </div>
    </>
  );
}
