import { Icon } from "../../../components/icon.tsx";
import { changeRow, removeRow } from "../../../forms/rows.ts";
import { words } from "../../../words/words.ts";
import { newParameter } from "../action-form.ts";
import { ParameterFields } from "./parameter-fields.tsx";
import { Part, type PartProps } from "./part.tsx";

/** What the assistant has to find out before it can call. */
export function ParametersPart({ model }: PartProps) {
  const { parameters } = model.form.value;
  return (
    <Part name="parameters">
      {parameters.length === 0 ? <p class="muted">{words.parameters.none}</p> : null}
      {parameters.map((row, index) => (
        <ParameterFields
          key={row.key}
          row={row}
          index={index}
          field={model.field}
          onChange={(part) => model.change({ parameters: changeRow(parameters, row.key, part) })}
          onRemove={() => model.change({ parameters: removeRow(parameters, row.key) })}
        />
      ))}
      <div>
        <button
          type="button"
          class="button small add"
          onClick={() => model.change({ parameters: [...parameters, newParameter("")] })}
        >
          <Icon name="plus" />
          {words.parameters.add}
        </button>
      </div>
    </Part>
  );
}
