import { Icon } from "../../components/icon.tsx";
import { TextField } from "../../components/text-field.tsx";
import type { FieldBinding } from "../../forms/form-model.ts";
import { addedRow, changeRow, isAdded, removeRow } from "../../forms/rows.ts";
import { words } from "../../words/words.ts";
import type { EvalForm } from "./eval-form.ts";

const MOST = 20;

interface TurnFieldsProps {
  turns: EvalForm["turns"];
  onTurns: (turns: EvalForm["turns"]) => void;
  field: (pointer: string) => FieldBinding;
}

/** What the visitor writes, message by message. */
export function TurnFields({ turns, onTurns, field }: TurnFieldsProps) {
  return (
    <fieldset class="field">
      <legend class="field-label">{words.evals.turns}</legend>
      <p class="hint">{words.evals.turnsHint}</p>
      <div class="rows">
        {turns.map((row, index) => (
          <div class="row" key={row.key}>
            <TextField
              {...field(`/turns/${index}`)}
              isFocused={isAdded(row)}
              label={words.evals.turn(index + 1)}
              isLabelHidden
              dir="auto"
              maxLength={4_000}
              value={row.text}
              onValue={(value) => onTurns(changeRow(turns, row.key, { text: value }))}
            />
            {turns.length > 1 ? (
              <button
                type="button"
                class="icon-button"
                aria-label={words.evals.removeTurn(index + 1)}
                onClick={() => onTurns(removeRow(turns, row.key))}
              >
                <Icon name="close" />
              </button>
            ) : null}
          </div>
        ))}
        {turns.length < MOST ? (
          <button
            type="button"
            class="button small add"
            onClick={() => onTurns([...turns, addedRow({ text: "" })])}
          >
            <Icon name="plus" />
            {words.evals.addTurn}
          </button>
        ) : null}
      </div>
    </fieldset>
  );
}
