import { SwitchField } from "../../../components/choice-field.tsx";
import { TextArea, TextField } from "../../../components/text-field.tsx";
import { words } from "../../../words/words.ts";
import { toIdentifier } from "../identifier.ts";
import { Part, type PartProps } from "./part.tsx";

/** What the action is called, and when it is the right one. */
export function BasicsPart({ model }: PartProps) {
  const { form, change, field } = model;
  const { name, identifier, followsName, whenToUse, examples, enabled } = form.value;
  return (
    <Part name="basics">
      <div class="columns">
        <TextField
          {...field("/name")}
          label={words.basics.name}
          hint={words.basics.nameHint}
          required
          maxLength={120}
          value={name}
          onValue={(value) =>
            change({ name: value, ...(followsName ? { identifier: toIdentifier(value) } : {}) })
          }
        />
        <TextField
          {...field("/identifier")}
          label={words.basics.identifier}
          hint={words.basics.identifierHint}
          isCode
          required
          maxLength={64}
          autocomplete="off"
          value={identifier}
          onValue={(value) => change({ identifier: value, followsName: value === "" })}
        />
      </div>
      <TextArea
        {...field("/whenToUse")}
        label={words.basics.whenToUse}
        hint={words.basics.whenToUseHint}
        required
        maxLength={1_000}
        value={whenToUse}
        onValue={(value) => change({ whenToUse: value })}
      />
      <TextArea
        {...field("/examples")}
        label={words.basics.examples}
        hint={words.basics.examplesHint}
        placeholder={words.basics.examplesExample}
        value={examples}
        onValue={(value) => change({ examples: value })}
      />
      <SwitchField
        label={words.basics.enabled}
        hint={words.basics.enabledHint}
        isOn={enabled}
        onValue={(isOn) => change({ enabled: isOn })}
      />
    </Part>
  );
}
