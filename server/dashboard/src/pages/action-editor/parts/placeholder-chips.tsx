import type { RefObject } from "preact";
import { Icon } from "../../../components/icon.tsx";
import { words } from "../../../words/words.ts";
import { newParameter } from "../action-form.ts";
import {
  type TemplateInput,
  insertPlaceholder,
  knownPlaceholders,
  undeclaredPlaceholders,
} from "../placeholders.ts";
import type { PartProps } from "./part.tsx";

interface ChipsProps extends PartProps {
  /** The field that last held the caret. */
  focused: RefObject<TemplateInput | null>;
}

/** Placeholders to put into the field that was last typed in, and those that still need a parameter. */
export function PlaceholderChips({ model, focused }: ChipsProps) {
  const form = model.form.value;
  const insert = (name: string) => {
    const target = focused.current ?? document.querySelector<TemplateInput>("[data-template]");
    if (target?.isConnected) insertPlaceholder(target, name);
  };
  return (
    <div class="chips" role="group" aria-label={words.request.placeholders}>
      <p class="hint">{words.request.placeholdersHint}</p>
      <div class="chip-row">
        {knownPlaceholders(form).map((name) => (
          <button
            key={name}
            type="button"
            class="chip"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => insert(name)}
          >
            {`{{${name}}}`}
          </button>
        ))}
        {undeclaredPlaceholders(form).map((name) => (
          <button
            key={name}
            type="button"
            class="chip is-new"
            onClick={() => model.change({ parameters: [...form.parameters, newParameter(name)] })}
          >
            <Icon name="plus" />
            {words.request.declare(name)}
          </button>
        ))}
      </div>
    </div>
  );
}
