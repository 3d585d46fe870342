import { may } from "../../api/role.ts";
import { words } from "../../words/words.ts";

/** Ends a form over a site's settings: save, and whether there is anything to save. */
export function SaveRow({ isDirty, isBusy }: { isDirty: boolean; isBusy: boolean }) {
  if (!may("editor")) return null;
  return (
    <div class="actions">
      <button type="submit" class="button primary" disabled={isBusy || !isDirty}>
        {isBusy ? words.saving : words.save}
      </button>
      <span class="muted" aria-live="polite">
        {isDirty ? words.unsavedMark : ""}
      </span>
    </div>
  );
}
