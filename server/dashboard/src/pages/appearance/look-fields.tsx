import { SegmentedField, SwitchField } from "../../components/choice-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import type { FormModel } from "../../forms/form-model.ts";
import { words } from "../../words/words.ts";
import type { AppearanceForm } from "./appearance-form.ts";
import { ColorField } from "./color-field.tsx";

/** Colour, place, theme, picture and sound of the widget. */
export function LookFields({ model }: { model: FormModel<AppearanceForm> }) {
  const { form, change, field, bind } = model;
  const { sound } = form.value;
  return (
    <div class="stack">
      <ColorField {...bind("color", "/appearance/color")} />
      <div class="columns">
        <SegmentedField
          {...bind("theme", "/appearance/theme")}
          label={words.appearance.theme}
          options={[
            ["auto", words.appearance.themes.auto],
            ["light", words.appearance.themes.light],
            ["dark", words.appearance.themes.dark],
          ]}
        />
        <SegmentedField
          {...bind("side", "/appearance/side")}
          label={words.appearance.side}
          options={[
            ["left", words.appearance.left],
            ["right", words.appearance.right],
          ]}
        />
        <SegmentedField
          {...bind("launcher", "/appearance/launcher")}
          label={words.appearance.launcher}
          options={[
            ["icon", words.appearance.launchers.icon],
            ["label", words.appearance.launchers.label],
          ]}
        />
      </div>
      <TextField
        {...bind("avatarUrl", "/appearance/avatarUrl")}
        label={words.appearance.avatar}
        hint={words.appearance.avatarHint}
        type="url"
        isCode
        maxLength={2_048}
        placeholder="https://www.example.com/assistant.png"
      />
      <SwitchField
        {...field("/appearance/sound")}
        label={words.appearance.sound}
        hint={words.appearance.soundHint}
        isOn={sound}
        onValue={(value) => change({ sound: value })}
      />
    </div>
  );
}
