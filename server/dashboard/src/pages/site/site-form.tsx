import type { ComponentChildren } from "preact";
import { may } from "../../api/role.ts";
import { Allowed } from "../../components/allowed.tsx";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";
import type { SiteFormState } from "./use-site-form.ts";

interface SiteFormProps {
  state: SiteFormState;
  /** The least role that may change anything in it. */
  least?: "editor" | "owner";
  class?: string;
  children: ComponentChildren;
}

/** A form over a site's settings: its fields for whoever may change them, save, and whether there is anything to save. */
export function SiteForm({ state, least = "editor", class: name, children }: SiteFormProps) {
  return (
    <Form class={name} onSubmit={state.save}>
      <Allowed least={least}>
        {children}
        {may(least) ? <SaveRow isDirty={state.model.isDirty.value} isBusy={state.isBusy} /> : null}
      </Allowed>
    </Form>
  );
}

function SaveRow({ isDirty, isBusy }: { isDirty: boolean; isBusy: boolean }) {
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
