import { may } from "../../api/role.ts";
import { focusProblem } from "../../forms/focus-problem.ts";
import { words } from "../../words/words.ts";
import type { ActionModel } from "./use-save-action.ts";

interface SaveBarProps {
  model: ActionModel;
  isBusy: boolean;
  isNew: boolean;
  cancelHref: string;
}

/** Always in sight: save, and what stands in the way of it. */
export function SaveBar({ model, isBusy, isNew, cancelHref }: SaveBarProps) {
  const shown = model.problems.value.filter((fault) => model.field(fault.pointer).problem !== undefined);
  const [first] = shown;
  const isDirty = model.isDirty.value;
  return (
    <div class="save-bar">
      <div class="save-bar-inner">
        <p class="save-state" aria-live="polite">
          {first ? (
            <button
              type="button"
              class="link-button problem-link"
              onClick={() => focusProblem(first.pointer)}
            >
              {words.editor.problems(shown.length)}
            </button>
          ) : (
            <span class="muted">{isDirty ? words.unsavedMark : isNew ? "" : words.editor.allSaved}</span>
          )}
        </p>
        <a class="button" href={cancelHref}>
          {isDirty ? words.cancel : words.editor.back}
        </a>
        {may("editor") ? (
          <button
            type="submit"
            form="action-form"
            class="button primary"
            disabled={isBusy || (!isDirty && !isNew)}
          >
            {isBusy ? words.saving : isNew ? words.editor.create : words.editor.save}
          </button>
        ) : null}
      </div>
    </div>
  );
}
