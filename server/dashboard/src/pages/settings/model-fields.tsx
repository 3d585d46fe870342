import type { CredentialView } from "@errand/shared/action";
import { SwitchField } from "../../components/choice-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import type { FormModel } from "../../forms/form-model.ts";
import { words } from "../../words/words.ts";
import type { ModelForm } from "./model-form.ts";

/** The fields of a site's model; of the stored key only its end is known. */
export function ModelFields({ model, apiKey }: { model: FormModel<ModelForm>; apiKey: CredentialView }) {
  const { form, change, bind } = model;
  const { removesKey } = form.value;
  return (
    <>
      <div class="columns">
        <TextField
          {...bind("spec")}
          label={words.modelCard.spec}
          hint={words.modelCard.specHint}
          isCode
          maxLength={120}
          placeholder={words.modelCard.specExample}
          autocomplete="off"
        />
        <TextField
          {...bind("fallback")}
          label={words.modelCard.fallback}
          hint={words.modelCard.fallbackHint}
          isCode
          maxLength={120}
          autocomplete="off"
        />
      </div>
      <div class="columns">
        <TextField
          {...bind("baseUrl")}
          label={words.modelCard.baseUrl}
          hint={words.modelCard.baseUrlHint}
          type="url"
          isCode
          maxLength={2_048}
          placeholder="https://llm.example.com/v1"
        />
        <TextField
          {...bind("apiKey")}
          label={words.modelCard.apiKey}
          hint={apiKey.set ? words.modelCard.apiKeySet(apiKey.hint ?? "") : words.modelCard.apiKeyNone}
          type="password"
          isCode
          maxLength={1_000}
          autocomplete="off"
        />
        <TextField
          {...bind("dailyTokenBudget")}
          label={words.modelCard.budget}
          hint={words.modelCard.budgetHint}
          type="number"
          min={1_000}
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
