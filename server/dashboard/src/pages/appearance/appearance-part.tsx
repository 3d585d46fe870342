import { LocalizedField } from "../../components/localized-field.tsx";
import { Card } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
import { PartHead } from "../site/part-head.tsx";
import type { PartProps } from "../site/part-props.ts";
import { SiteForm } from "../site/site-form.tsx";
import { useSiteForm } from "../site/use-site-form.ts";
import { judgeAppearance, toAppearance, toAppearanceForm } from "./appearance-form.ts";
import { LookFields } from "./look-fields.tsx";
import { LivePreview } from "./live-preview.tsx";
import { StartersField } from "./starters-field.tsx";

/** How the widget of this site looks and greets, beside the real one. */
export function AppearancePart({ site, onSite }: PartProps) {
  const state = useSiteForm({
    site,
    onSite,
    toForm: toAppearanceForm,
    toSettings: toAppearance,
    judge: judgeAppearance,
  });
  const { model } = state;
  const { form, change, field } = model;
  const { greeting, starters } = form.value;
  return (
    <>
      <PartHead title={words.site.parts.appearance} text={words.appearance.text} />
      <div class="try">
        <SiteForm state={state}>
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
        </SiteForm>
        <div class="try-stage">
          <LivePreview site={site} model={model} />
        </div>
      </div>
    </>
  );
}
