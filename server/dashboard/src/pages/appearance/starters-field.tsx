import { Icon } from "../../components/icon.tsx";
import { LocalizedField } from "../../components/localized-field.tsx";
import type { FieldBinding } from "../../forms/form-model.ts";
import { changeRow, keyed, removeRow } from "../../forms/rows.ts";
import { words } from "../../words/words.ts";
import type { StarterRow } from "./appearance-form.ts";

const MOST = 6;

interface StartersFieldProps {
  starters: StarterRow[];
  onStarters: (starters: StarterRow[]) => void;
  field: (pointer: string) => FieldBinding;
}

/** Questions that a visitor can begin with, by one click. */
export function StartersField({ starters, onStarters, field }: StartersFieldProps) {
  const blank = () => keyed({ rows: [keyed({ locale: "en", text: "" })] });
  return (
    <fieldset class="field">
      <legend class="field-label">{words.appearance.starters}</legend>
      <p class="hint">{words.appearance.startersHint}</p>
      {starters.map((starter, index) => (
        <div class="sub-card" key={starter.key}>
          <LocalizedField
            label={words.appearance.starter(index + 1)}
            rows={starter.rows}
            onRows={(rows) => onStarters(changeRow(starters, starter.key, { rows }))}
            pointer={`/starters/${index}`}
            field={field}
            maxLength={200}
          />
          <button
            type="button"
            class="icon-button corner"
            aria-label={words.appearance.removeStarter(index + 1)}
            onClick={() => onStarters(removeRow(starters, starter.key))}
          >
            <Icon name="trash" />
          </button>
        </div>
      ))}
      {starters.length < MOST ? (
        <button type="button" class="button small add" onClick={() => onStarters([...starters, blank()])}>
          <Icon name="plus" />
          {words.appearance.addStarter}
        </button>
      ) : null}
    </fieldset>
  );
}
