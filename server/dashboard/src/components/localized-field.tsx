import type { FieldBinding } from "../forms/form-model.ts";
import type { LocalizedRow } from "../forms/localized-rows.ts";
import { addedRow, changeRow, isAdded, removeRow } from "../forms/rows.ts";
import { words } from "../words/words.ts";
import { Problem } from "./field-frame.tsx";
import { Icon } from "./icon.tsx";
import { TextField } from "./text-field.tsx";

interface LocalizedFieldProps {
  label: string;
  hint?: string;
  rows: LocalizedRow[];
  onRows: (rows: LocalizedRow[]) => void;
  /** JSON Pointer of the text; each row's language is `<pointer>/<row>/locale`. */
  pointer: string;
  field: (pointer: string) => FieldBinding;
  maxLength?: number;
}

/** One text in as many languages as the owner writes. */
export function LocalizedField(props: LocalizedFieldProps) {
  const { rows, onRows, pointer, field } = props;
  const nextLocale = ["en", "az", "de", "es", "fr"].find((tag) => !rows.some((row) => row.locale === tag));
  return (
    <fieldset class="field">
      <legend class="field-label">{props.label}</legend>
      {rows.map((row, index) => (
        <div class="row localized" key={row.key}>
          <TextField
            {...field(`${pointer}/${index}/locale`)}
            isFocused={isAdded(row)}
            label={words.localized.language}
            isLabelHidden
            isCode
            value={row.locale}
            placeholder={words.localized.every}
            maxLength={35}
            onValue={(locale) => onRows(changeRow(rows, row.key, { locale }))}
          />
          <TextField
            {...field(`${pointer}/${index}/text`)}
            label={words.localized.text(row.locale)}
            isLabelHidden
            value={row.text}
            maxLength={props.maxLength ?? 2_000}
            lang={row.locale || undefined}
            dir="auto"
            onValue={(text) => onRows(changeRow(rows, row.key, { text }))}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={words.localized.remove(row.locale)}
            onClick={() => onRows(removeRow(rows, row.key))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <Problem text={field(pointer).problem} />
      {props.hint ? <p class="hint">{props.hint}</p> : null}
      <button
        type="button"
        class="button small add"
        onClick={() => onRows([...rows, addedRow({ locale: nextLocale ?? "", text: "" })])}
      >
        <Icon name="plus" />
        {words.localized.add}
      </button>
    </fieldset>
  );
}
