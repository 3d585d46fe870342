import { type SiteSettingsPart, type SiteView, siteSettingsSchema } from "@errand/shared/site";
import type { FieldError } from "@errand/shared/wire";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { notify } from "../../components/toast.tsx";
import { focusProblem } from "../../forms/focus-problem.ts";
import { type FormModel, createFormModel } from "../../forms/form-model.ts";
import { useUnsavedGuard } from "../../forms/unsaved-guard.ts";
import { plainMessage, toFieldErrors } from "../../forms/zod-faults.ts";
import { words } from "../../words/words.ts";

interface SiteFormOptions<Form> {
  site: SiteView;
  onSite: (site: SiteView) => void;
  toForm: (site: SiteView) => Form;
  toSettings: (form: Form) => SiteSettingsPart;
  /** Faults that the settings' own schema does not know. */
  judge?: (form: Form) => FieldError[];
}

/** A form over some of a site's settings, and what it does when it is sent. */
export interface SiteFormState {
  model: Pick<FormModel<object>, "isDirty">;
  isBusy: boolean;
  save: () => Promise<void>;
}

/** A form over some of a site's settings: judged as the server judges them, saved with one PATCH. */
export function useSiteForm<Form extends object>(options: SiteFormOptions<Form>) {
  const { site, onSite, toForm, toSettings } = options;
  const [model] = useState<FormModel<Form>>(() =>
    createFormModel({
      initial: toForm(site),
      judge: (form) => [...judgeSettings(toSettings(form)), ...(options.judge?.(form) ?? [])],
      revealed: true,
    }),
  );
  const [begun, setBegun] = useState(() => toSettings(toForm(site)));
  const [isBusy, setBusy] = useState(false);
  useUnsavedGuard(() => model.isDirty.peek());
  const save = async () => {
    const [first] = model.problems.peek();
    if (!model.reveal()) {
      if (first) focusProblem(first.pointer);
      return;
    }
    setBusy(true);
    try {
      const saved = await api.changeSite(site.id, changesOf(begun, toSettings(model.form.peek())));
      const form = toForm(saved);
      model.reset(form);
      setBegun(toSettings(form));
      onSite(saved);
      notify(words.saved);
    } catch (thrown) {
      const error = toApiError(thrown);
      model.refuse(error.errors);
      const [refused] = error.errors;
      if (!refused || !focusProblem(refused.pointer)) notify(error.message, true);
    }
    setBusy(false);
  };
  return { model, isBusy, save };
}

/** The settings that differ, so that what somebody else changed meanwhile stays theirs. */
function changesOf(before: SiteSettingsPart, after: SiteSettingsPart): SiteSettingsPart {
  const old: Record<string, unknown> = before;
  const isChanged = ([name, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(old[name]);
  return Object.fromEntries(Object.entries(after).filter(isChanged));
}

/** Faults of the settings that are given; those left out stay as they are and are not judged. */
function judgeSettings(settings: SiteSettingsPart): FieldError[] {
  const parsed = siteSettingsSchema.partial().safeParse(settings, { error: plainMessage });
  return parsed.success ? [] : toFieldErrors(parsed.error.issues);
}
