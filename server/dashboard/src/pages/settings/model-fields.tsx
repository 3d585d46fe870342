import type { CredentialView } from "@errand/shared/action";
import { SwitchField } from "../../components/choice-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import type { FormModel } from "../../forms/form-model.ts";
import { words } from "../../words/words.ts";
import type { ModelForm } from "./model-form.ts";

/** The fields of a site's model; of the stored key only its end is known. */
export function ModelFields({ model, apiKey }: { model: FormModel<ModelForm>; apiKey: CredentialView }) {
  const { form, change, field } = model;
  const { spec, baseUrl, fallback, dailyTokenBudget, removesKey } = form.value;
  return (
    <>
      <div class="columns">
        <TextField
          {...field("/spec")}
          label={words.modelCard.spec}
          hint={words.modelCard.specHint}
          isCode
          maxLength={120}
          placeholder={words.modelCard.specExample}
          autocomplete="off"
          value={spec}
          onValue={(value) => change({ spec: value })}
        />
        <TextField
          {...field("/fallback")}
          label={words.modelCard.fallback}
          hint={words.modelCard.fallbackHint}
          isCode
          maxLength={120}
          autocomplete="off"
          value={fallback}
          onValue={(value) => change({ fallback: value })}
        />
      </div>
      <div class="columns">
        <TextField
          {...field("/baseUrl")}
          label={words.modelCard.baseUrl}
          hint={words.modelCard.baseUrlHint}
          type="url"
          isCode
          maxLength={2_048}
          placeholder="https://llm.example.com/v1"
          value={baseUrl}
          onValue={(value) => change({ baseUrl: value })}
        />
        <TextField
          {...field("/apiKey")}
          label={words.modelCard.apiKey}
          hint={apiKey.set ? words.modelCard.apiKeySet(apiKey.hint ?? "") : words.modelCard.apiKeyNone}
          type="password"
          isCode
          maxLength={1_000}
          autocomplete="off"
          value={form.value.apiKey}
          onValue={(value) => change({ apiKey: value })}
        />
        <TextField
          {...field("/dailyTokenBudget")}
          label={words.modelCard.budget}
          hint={words.modelCard.budgetHint}
          type="number"
          min={1_000}
          value={dailyTokenBudget}
          onValue={(value) => change({ dailyTokenBudget: value })}
        />
      </div>
      {apiKey.set ? (
        <SwitchField
          label={words.modelCard.removeKey}
          isOn={removesKey}
          onValue={(isOn) => change({ removesKey: isOn })}
        />
      ) : null}
    </>
  );
}
