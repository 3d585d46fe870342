import { Problem } from "../../../components/field-frame.tsx";
import { Icon } from "../../../components/icon.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { changeRow, keyed, removeRow } from "../../../forms/rows.ts";
import { words } from "../../../words/words.ts";
import type { PartProps } from "./part.tsx";

const MOST = 10;

/** What the token must claim for the action to be offered. */
export function ClaimRules({ model }: PartProps) {
  const { claimRules: rows } = model.form.value;
  const change = (claimRules: typeof rows) => model.change({ claimRules });
  return (
    <fieldset class="field rows" data-pointer="/claimRules" tabIndex={-1}>
      <legend class="field-label">{words.visitor.rules}</legend>
      <p class="hint">{words.visitor.rulesHint}</p>
      {rows.map((row, index) => (
        <div class="row pair" key={row.key}>
          <TextField
            {...model.field(`/claimRules/${index}/claim`)}
            label={words.visitor.claim(index + 1)}
            isLabelHidden
            isCode
            placeholder="plan"
            maxLength={120}
            autocomplete="off"
            value={row.claim}
            onValue={(claim) => change(changeRow(rows, row.key, { claim }))}
          />
          <TextField
            {...model.field(`/claimRules/${index}/in`)}
            label={words.visitor.values(index + 1)}
            isLabelHidden
            isCode
            placeholder="pro, team"
            autocomplete="off"
            value={row.values}
            onValue={(values) => change(changeRow(rows, row.key, { values }))}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={words.visitor.removeRule(row.claim || String(index + 1))}
            onClick={() => change(removeRow(rows, row.key))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <Problem text={model.field("/claimRules").problem} />
      {rows.length < MOST ? (
        <button
          type="button"
          class="button small add"
          onClick={() => change([...rows, keyed({ claim: "", values: "" })])}
        >
          <Icon name="plus" />
          {words.visitor.addRule}
        </button>
      ) : null}
    </fieldset>
  );
}
