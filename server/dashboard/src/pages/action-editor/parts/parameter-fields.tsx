import { PARAMETER_TYPES } from "@errand/shared/action";
import { SelectField, SwitchField } from "../../../components/choice-field.tsx";
import { Problem } from "../../../components/field-frame.tsx";
import { Icon } from "../../../components/icon.tsx";
import { TextArea, TextField } from "../../../components/text-field.tsx";
import type { FieldBinding } from "../../../forms/form-model.ts";
import { words } from "../../../words/words.ts";
import type { ParameterRow } from "../action-form.ts";

interface ParameterFieldsProps {
  row: ParameterRow;
  index: number;
  field: (pointer: string) => FieldBinding;
  onChange: (part: Partial<ParameterRow>) => void;
  onRemove: () => void;
}

/** One parameter: what it is called, of which type it is, and how to ask for it. */
export function ParameterFields({ row, index, field, onChange, onRemove }: ParameterFieldsProps) {
  const pointer = `/parameters/${index}`;
  return (
    <fieldset class="sub-card stack" data-pointer={pointer} tabIndex={-1}>
      <legend class="visually-hidden">{words.parameters.one(row.name || String(index + 1))}</legend>
      <button
        type="button"
        class="icon-button corner"
        aria-label={words.parameters.remove(row.name || String(index + 1))}
        onClick={onRemove}
      >
        <Icon name="trash" />
      </button>
      <div class="columns three">
        <TextField
          {...field(`${pointer}/name`)}
          label={words.parameters.name}
          isCode
          required
          maxLength={64}
          autocomplete="off"
          placeholder="order_number"
          value={row.name}
          onValue={(name) => onChange({ name })}
        />
        <TextField
          {...field(`${pointer}/label`)}
          label={words.parameters.label}
          maxLength={120}
          placeholder={words.parameters.labelExample}
          value={row.label}
          onValue={(label) => onChange({ label })}
        />
        <SelectField
          {...field(`${pointer}/type`)}
          label={words.parameters.type}
          value={row.type}
          options={PARAMETER_TYPES.map((type) => [type, words.parameters.types[type]] as const)}
          onValue={(type) => onChange({ type })}
        />
      </div>
      <HintAndDefault row={row} pointer={pointer} field={field} onChange={onChange} />
      {row.type === "choice" || row.options !== "" ? (
        <TextArea
          {...field(`${pointer}/options`)}
          label={words.parameters.options}
          hint={words.parameters.optionsHint}
          required={row.type === "choice"}
          value={row.options}
          onValue={(options) => onChange({ options })}
        />
      ) : null}
      {row.type === "object" ? (
        <TextArea
          {...field(`${pointer}/schema`)}
          label={words.parameters.schema}
          hint={words.parameters.schemaHint}
          isCode
          rows={4}
          maxLength={20_000}
          value={row.schema}
          onValue={(schema) => onChange({ schema })}
        />
      ) : null}
      <div class="switches">
        <SwitchField
          {...field(`${pointer}/required`)}
          label={words.parameters.required}
          isOn={row.required}
          onValue={(required) => onChange({ required })}
        />
        <SwitchField
          {...field(`${pointer}/isArray`)}
          label={words.parameters.isArray}
          isOn={row.isArray}
          onValue={(isArray) => onChange({ isArray })}
        />
      </div>
      <Problem text={field(pointer).problem} />
    </fieldset>
  );
}

function HintAndDefault(props: Omit<ParameterFieldsProps, "index" | "onRemove"> & { pointer: string }) {
  const { row, pointer, field, onChange } = props;
  const isJson = row.isArray || row.type === "object";
  return (
    <div class="columns">
      <TextField
        {...field(`${pointer}/hint`)}
        label={words.parameters.hint}
        hint={words.parameters.hintHint}
        maxLength={500}
        placeholder={words.parameters.hintExample}
        value={row.hint}
        onValue={(hint) => onChange({ hint })}
      />
      {row.type === "boolean" && !row.isArray ? (
        <SelectField
          {...field(`${pointer}/default`)}
          label={words.parameters.default}
          value={row.default}
          options={[
            ["", words.parameters.noDefault],
            ["true", words.yes],
            ["false", words.no],
          ]}
          onValue={(value) => onChange({ default: value })}
        />
      ) : (
        <TextField
          {...field(`${pointer}/default`)}
          label={words.parameters.default}
          hint={isJson ? words.parameters.defaultJson : words.parameters.defaultHint}
          isCode={isJson}
          value={row.default}
          onValue={(value) => onChange({ default: value })}
        />
      )}
    </div>
  );
}
