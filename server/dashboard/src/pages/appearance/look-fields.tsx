import { SegmentedField, SwitchField } from "../../components/choice-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import type { FormModel } from "../../forms/form-model.ts";
import { words } from "../../words/words.ts";
import type { AppearanceForm } from "./appearance-form.ts";
import { ColorField } from "./color-field.tsx";

/** Colour, place, theme, picture and sound of the widget. */
export function LookFields({ model }: { model: FormModel<AppearanceForm> }) {
  const { form, change, field } = model;
  const { color, side, theme, avatarUrl, launcher, sound } = form.value;
  return (
    <div class="stack">
      <ColorField
        {...field("/appearance/color")}
        value={color}
        onValue={(value) => change({ color: value })}
      />
      <div class="columns">
        <SegmentedField
          {...field("/appearance/theme")}
          label={words.appearance.theme}
          value={theme}
          options={[
            ["auto", words.appearance.themes.auto],
            ["light", words.appearance.themes.light],
            ["dark", words.appearance.themes.dark],
          ]}
          onValue={(value) => change({ theme: value })}
        />
        <SegmentedField
          {...field("/appearance/side")}
          label={words.appearance.side}
          value={side}
          options={[
            ["left", words.appearance.left],
            ["right", words.appearance.right],
          ]}
          onValue={(value) => change({ side: value })}
        />
        <SegmentedField
          {...field("/appearance/launcher")}
          label={words.appearance.launcher}
          value={launcher}
          options={[
            ["icon", words.appearance.launchers.icon],
            ["label", words.appearance.launchers.label],
          ]}
          onValue={(value) => change({ launcher: value })}
        />
      </div>
      <TextField
        {...field("/appearance/avatarUrl")}
        label={words.appearance.avatar}
        hint={words.appearance.avatarHint}
        type="url"
        isCode
        maxLength={2_048}
        placeholder="https://www.example.com/assistant.png"
        value={avatarUrl}
        onValue={(value) => change({ avatarUrl: value })}
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
