import { FieldFrame } from "../../components/field-frame.tsx";
import type { FieldBinding } from "../../forms/form-model.ts";
import { words } from "../../words/words.ts";

interface ColorFieldProps extends FieldBinding {
  value: string;
  onValue: (value: string) => void;
}

/** A colour, picked or typed as `#rrggbb`. */
export function ColorField({ value, onValue, ...binding }: ColorFieldProps) {
  const isWhole = /^#[0-9a-f]{6}$/i.test(value);
  return (
    <FieldFrame {...binding} label={words.appearance.color} hint={words.appearance.colorHint}>
      {(control) => (
        <div class="color-row">
          <input
            type="color"
            class="color-well"
            aria-label={words.appearance.colorPick}
            value={isWhole ? value : "#000000"}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          <input
            {...control}
            type="text"
            class="input code"
            spellcheck={false}
            maxLength={7}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        </div>
      )}
    </FieldFrame>
  );
}
