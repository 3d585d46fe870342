import type { EvalView } from "@errand/shared/eval";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { evalsApi } from "../../api/evals-api.ts";
import { notify } from "../../components/toast.tsx";
import { focusProblem } from "../../forms/focus-problem.ts";
import { createFormModel } from "../../forms/form-model.ts";
import { useUnsavedGuard } from "../../forms/unsaved-guard.ts";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";
import { EvalFields } from "./eval-fields.tsx";
import { type EvalForm, toEvalCase, toEvalForm } from "./eval-form.ts";

interface EvalEditorProps {
  site: string;
  /** The case as it is saved; undefined for a new one. */
  saved: EvalView | undefined;
  onSaved: (saved: EvalView) => void;
  onCancel: () => void;
}

/** One sample conversation: what the visitor says, and what must come of it. */
export function EvalEditor({ site, saved, onSaved, onCancel }: EvalEditorProps) {
  const judge = (form: EvalForm) => {
    const read = toEvalCase(form, saved);
    return "faults" in read ? read.faults : [];
  };
  const [model] = useState(() => createFormModel({ initial: toEvalForm(saved), judge }));
  const [isBusy, setBusy] = useState(false);
  useUnsavedGuard(() => model.isDirty.peek());
  const save = async () => {
    const [first] = model.problems.peek();
    const read = toEvalCase(model.form.peek(), saved);
    if (!model.reveal() || "faults" in read) {
      if (first) focusProblem(first.pointer);
      return;
    }
    setBusy(true);
    try {
      const written = saved
        ? await evalsApi.replace(site, saved.id, read.value)
        : await evalsApi.add(site, read.value);
      model.reset(model.form.peek());
      notify(words.saved);
      onSaved(written);
    } catch (thrown) {
      const error = toApiError(thrown);
      model.refuse(error.errors);
      if (error.errors.length === 0) notify(error.message, true);
      setBusy(false);
    }
  };
  return (
    <Form class="stack eval-editor" label={saved ? words.evals.editing : words.evals.adding} onSubmit={save}>
      <EvalFields site={site} model={model} />
      <div class="actions">
        <button type="submit" class="button primary" disabled={isBusy}>
          {isBusy ? words.saving : words.save}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </Form>
  );
}
