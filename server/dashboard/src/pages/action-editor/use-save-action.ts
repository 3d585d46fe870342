import type { ActionView } from "@errand/shared/action";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { confirm } from "../../components/confirm.tsx";
import { notify } from "../../components/toast.tsx";
import { focusProblem } from "../../forms/focus-problem.ts";
import { type FormModel, createFormModel } from "../../forms/form-model.ts";
import { useUnsavedGuard } from "../../forms/unsaved-guard.ts";
import { words } from "../../words/words.ts";
import { type ActionForm, toForm } from "./action-form.ts";
import { toInput } from "./action-input.ts";
import { judgeAction, toFieldPointer } from "./judge-action.ts";

/** The form that every part of the editor edits. */
export type ActionModel = FormModel<ActionForm>;

/** A saved action shows each problem at once; a new one as its fields are reached. */
export function createActionModel(initial: ActionForm, revealed: boolean): ActionModel {
  return createFormModel({ initial, judge: judgeAction, revealed });
}

interface SaveActionOptions {
  site: string;
  saved: ActionView | undefined;
  model: ActionModel;
}

/** Saves the action, shows what the server refuses beside its fields, and guards what is unsaved. */
export function useSaveAction({ site, saved, model }: SaveActionOptions) {
  const [isBusy, setBusy] = useState(false);
  const leave = useUnsavedGuard(() => model.isDirty.peek());
  const save = async () => {
    if (!model.reveal()) return focusFirst(model);
    setBusy(true);
    try {
      const form = model.form.peek();
      const action = await (saved ? replace(site, saved.id, form) : api.createAction(site, toInput(form)));
      if (!action) return setBusy(false);
      model.reset(toForm(action));
      notify(words.editor.saved(action.name));
      if (!saved) leave(`/sites/${site}/actions/${action.id}`, true);
    } catch (thrown) {
      refuse(model, thrown);
    }
    setBusy(false);
  };
  return { save, isBusy, leave };
}

/** Asks before it writes over what somebody else saved meanwhile; undefined when the owner would rather not. */
async function replace(site: string, id: string, form: ActionForm) {
  const input = toInput(form);
  try {
    return await api.replaceAction(site, id, input, form.version);
  } catch (thrown) {
    if (toApiError(thrown).status !== 412) throw thrown;
    const agrees = await confirm({ ...words.editor.overtaken, isDangerous: true });
    return agrees ? api.replaceAction(site, id, input) : undefined;
  }
}

function refuse(model: ActionModel, thrown: unknown): void {
  const error = toApiError(thrown);
  model.refuse(error.errors.map((fault) => ({ ...fault, pointer: toFieldPointer(fault.pointer) })));
  if (error.errors.length > 0) focusFirst(model);
  else notify(error.message, true);
}

function focusFirst(model: ActionModel): void {
  const [first] = model.problems.peek();
  // The fields show their problems with the next frame, and keep the place that the focus goes to.
  if (first) requestAnimationFrame(() => focusProblem(first.pointer));
}
