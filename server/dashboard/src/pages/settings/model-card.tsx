import { SETTING_ROLES } from "@errand/shared/setting-roles";
import type { SiteModelView } from "@errand/shared/site-model";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { may } from "../../api/role.ts";
import { settingsApi } from "../../api/settings-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { Allowed } from "../../components/allowed.tsx";
import { Card, Shown } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { createFormModel } from "../../forms/form-model.ts";
import { useUnsavedGuard } from "../../forms/unsaved-guard.ts";
import { formatNumber } from "../../words/format.ts";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";
import type { PartProps } from "../site/part-props.ts";
import { ModelFields } from "./model-fields.tsx";
import { judgeModelForm, toModelForm, toModelWrite } from "./model-form.ts";
import { ModelTest } from "./model-test.tsx";

/** Which model answers on this site, how it is reached, and how much it may use. */
export function ModelCard({ site, onSite }: PartProps) {
  const view = useResource(`model:${site.id}`, () => settingsApi.readModel(site.id));
  const changed = async () => {
    await view.reload();
    onSite(await api.readSite(site.id));
  };
  return (
    <Card title={words.modelCard.title} text={words.modelCard.text}>
      <Shown resource={view}>
        {(data) => <ModelForm key={JSON.stringify(data)} site={site.id} view={data} onChange={changed} />}
      </Shown>
    </Card>
  );
}

function ModelForm(props: { site: string; view: SiteModelView; onChange: () => Promise<void> }) {
  const { site, view, onChange } = props;
  const [model] = useState(() => createFormModel({ initial: toModelForm(view), judge: judgeModelForm }));
  const [isBusy, setBusy] = useState(false);
  useUnsavedGuard(() => model.isDirty.peek());
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
      model.reset(model.form.peek());
      notify(words.saved);
      await onChange();
    } catch (thrown) {
      const error = toApiError(thrown);
      model.refuse(error.errors);
      if (error.errors.length === 0) notify(error.message, true);
    }
    setBusy(false);
  };
  const { inputTokens, outputTokens } = view.usage.today;
  const isDirty = model.isDirty.value;
  return (
    <Form
      class="stack"
      onSubmit={() => {
        if (model.reveal()) void attempt(() => settingsApi.setModel(site, toModelWrite(model.form.peek())));
      }}
    >
      <Allowed least={SETTING_ROLES.model}>
        <ModelFields model={model} apiKey={view.apiKey} />
      </Allowed>
      <p class="muted">{words.modelCard.usage(formatNumber(inputTokens), formatNumber(outputTokens))}</p>
      <div class="actions">
        {may("owner") ? (
          <>
            <button type="submit" class="button primary" disabled={isBusy || !isDirty}>
              {isBusy ? words.saving : words.save}
            </button>
            {view.spec === null ? null : (
              <button
                type="button"
                class="button"
                disabled={isBusy}
                onClick={() => void attempt(() => settingsApi.resetModel(site))}
              >
                {words.modelCard.reset}
              </button>
            )}
          </>
        ) : null}
        {may("editor") ? <ModelTest site={site} isDisabled={isDirty} /> : null}
      </div>
    </Form>
  );
}
