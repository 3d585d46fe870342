import { BUILT_IN_PLACEHOLDERS, claimOf, placeholdersOf } from "@errand/shared/template";
import { templatePlaces } from "@errand/shared/action-check";
import type { ActionForm } from "./action-form.ts";
import { toInput } from "./action-input.ts";

const CLAIMS = ["identity.email", "identity.name", "identity.phone"];

/** The placeholders that may stand in this action's templates. */
export function knownPlaceholders(form: ActionForm): string[] {
  const own = form.parameters.map((parameter) => parameter.name).filter((name) => name !== "");
  return [...own, ...BUILT_IN_PLACEHOLDERS, ...(form.requireVerifiedIdentity ? CLAIMS : [])];
}

/** Placeholders in the templates that no parameter declares yet. */
export function undeclaredPlaceholders(form: ActionForm): string[] {
  const known = new Set(knownPlaceholders(form));
  const used = templatePlaces(toInput(form)).flatMap((place) => readPlaceholders(place.text));
  return [...new Set(used)].filter((name) => !known.has(name) && !name.includes(".") && !claimOf(name));
}

function readPlaceholders(text: string): string[] {
  try {
    return placeholdersOf(text);
  } catch {
    return []; // Half-typed braces: the field itself says what is wrong with them.
  }
}

/** A field whose text may hold placeholders. */
export type TemplateInput = HTMLInputElement | HTMLTextAreaElement;

/** Puts a placeholder where the caret is, over what is selected, as if it had been typed. */
export function insertPlaceholder(input: TemplateInput, name: string): void {
  input.focus();
  const end = input.value.length;
  input.setRangeText(`{{${name}}}`, input.selectionStart ?? end, input.selectionEnd ?? end, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** What is typed of a placeholder that is still open before the caret; undefined when none is. */
export function openPlaceholder(input: TemplateInput): string | undefined {
  const caret = input.selectionStart ?? 0;
  return /\{\{([\w.-]*)$/.exec(input.value.slice(0, caret))?.[1];
}

/** Completes the placeholder that is open before the caret, over braces that were closed already. */
export function takePlaceholder(input: TemplateInput, name: string): void {
  const caret = input.selectionStart ?? 0;
  const start = input.value.slice(0, caret).lastIndexOf("{{");
  const rest = /^[\w.-]*\}{0,2}/.exec(input.value.slice(caret))?.[0] ?? "";
  const end = rest.endsWith("}") ? caret + rest.length : caret;
  input.setRangeText(`{{${name}}}`, start, end, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
