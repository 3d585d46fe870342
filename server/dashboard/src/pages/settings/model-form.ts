import { type SiteModelView, siteModelSchema } from "@errand/shared/site-model";
import type { FieldError } from "@errand/shared/wire";
import { plainMessage, toFieldErrors } from "../../forms/zod-faults.ts";
import { words } from "../../words/words.ts";

/** A site's model while it is edited, as it was typed. */
export interface ModelForm {
  spec: string;
  baseUrl: string;
  /** Empty keeps the stored key. */
  apiKey: string;
  removesKey: boolean;
  fallback: string;
  dailyTokenBudget: string;
}

export function toModelForm(view: SiteModelView): ModelForm {
  const { spec, baseUrl, fallback, dailyTokenBudget } = view;
  return {
    spec: spec ?? "",
    baseUrl: baseUrl ?? "",
    apiKey: "",
    removesKey: false,
    fallback: fallback ?? "",
    dailyTokenBudget: String(dailyTokenBudget ?? ""),
  };
}

/** The body that a form stands for. */
export function toModelWrite(form: ModelForm) {
  const orNull = (text: string) => text.trim() || null;
  const key = form.apiKey.trim();
  const budget = form.dailyTokenBudget.trim();
  return {
    spec: orNull(form.spec),
    baseUrl: orNull(form.baseUrl),
    ...(key ? { apiKey: key } : form.removesKey ? { apiKey: null } : {}),
    fallback: orNull(form.fallback),
    dailyTokenBudget: budget === "" ? null : Number(budget),
  };
}

/** Faults as the server would find them. */
export function judgeModelForm(form: ModelForm): FieldError[] {
  const parsed = siteModelSchema.safeParse(toModelWrite(form), { error: plainMessage });
  if (parsed.success) return [];
  return toFieldErrors(parsed.error.issues).map((fault) =>
    fault.pointer === "/dailyTokenBudget" ? { ...fault, message: words.modelCard.budgetFault } : fault,
  );
}
