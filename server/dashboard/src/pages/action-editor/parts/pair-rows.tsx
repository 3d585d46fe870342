import { Icon } from "../../../components/icon.tsx";
import { TextField } from "../../../components/text-field.tsx";
import type { FieldBinding } from "../../../forms/form-model.ts";
import { addedRow, changeRow, isAdded, removeRow } from "../../../forms/rows.ts";
import { words } from "../../../words/words.ts";
import type { PairRow } from "../action-form.ts";

interface PairRowsProps {
  kind: "query" | "headers" | "fields";
  pointer: string;
  rows: PairRow[];
  onRows: (rows: PairRow[]) => void;
  field: (pointer: string) => FieldBinding;
}

/** Names, each with the template of its value. */
export function PairRows({ kind, pointer, rows, onRows, field }: PairRowsProps) {
  const labels = words.pairs[kind];
  return (
    <fieldset class="field">
      <legend class="field-label">{labels.title}</legend>
      {rows.length === 0 ? <p class="hint">{labels.none}</p> : null}
      {rows.map((row, index) => (
        <div class="row pair" key={row.key}>
          <TextField
            {...field(`${pointer}/${index}/name`)}
            isFocused={isAdded(row)}
            label={words.pairs.name(labels.one, index + 1)}
            isLabelHidden
            isCode
            placeholder={labels.example}
            maxLength={200}
            autocomplete="off"
            value={row.name}
            onValue={(name) => onRows(changeRow(rows, row.key, { name }))}
          />
          <TextField
            {...field(`${pointer}/${index}/value`)}
            label={words.pairs.value(labels.one, index + 1)}
            isLabelHidden
            isCode
            placeholder={words.pairs.valueExample}
            maxLength={2_000}
            autocomplete="off"
            data-template={pointer}
            value={row.value}
            onValue={(value) => onRows(changeRow(rows, row.key, { value }))}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={words.pairs.remove(labels.one, row.name || String(index + 1))}
            onClick={() => onRows(removeRow(rows, row.key))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button
        type="button"
        class="button small add"
        onClick={() => onRows([...rows, addedRow({ name: "", value: "" })])}
      >
        <Icon name="plus" />
        {labels.add}
      </button>
    </fieldset>
  );
}
