import { useEffect, useState } from "preact/hooks";
import { type DraftStore, createDraftStore } from "../../forms/draft-store.ts";
import type { ActionForm } from "./action-form.ts";
import type { ActionModel } from "./use-save-action.ts";

const WRITE_AFTER_MS = 300;

/** The unsaved form of one action of a site, or of its new one; the key that was typed is never part of it. */
export function actionDraft(site: string, action: string): DraftStore<ActionForm> {
  return createDraftStore<ActionForm>(`${site}:${action}`, (form) => ({
    ...form,
    auth: { ...form.auth, secret: "", username: "" },
  }));
}

/**
 * Keeps the form's unsaved changes while its page stands, and brings back those that a reload left.
 * Answers whether some were brought back, and a function that throws them away.
 */
export function useActionDraft(site: string, action: string, model: ActionModel, initial: ActionForm) {
  const [store] = useState(() => actionDraft(site, action));
  const [isRestored, setRestored] = useState(() => restore(store, model));
  const form = model.form.value;
  const isDirty = model.isDirty.value;
  // Saved since: what was brought back is no draft any more, and is not to be thrown away later.
  if (isRestored && !isDirty) setRestored(false);
  useEffect(() => {
    const keep = () => (isDirty ? store.write(form) : store.clear());
    const timer = setTimeout(keep, WRITE_AFTER_MS);
    // A reload may come before the timer does.
    addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", keep);
    };
  }, [form, isDirty]);
  // The page is left in the app: what was unsaved has been saved, or given up by the owner's own word.
  useEffect(() => () => store.clear(), []);
  const discard = () => {
    model.reset(initial);
    store.clear();
    setRestored(false);
  };
  return { isRestored, discard };
}

function restore(store: DraftStore<ActionForm>, model: ActionModel): boolean {
  const draft = store.read();
  if (draft) model.change(draft);
  return draft !== undefined;
}
