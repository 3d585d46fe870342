import type * as z from "zod";
import type { ActionAuth } from "./action-auth.ts";
import { checkDefinition } from "./action-check.ts";
import { actionShape, type ActionInput } from "./action-shape.ts";

export { METHODS, PARAMETER_TYPES, parameterSchema } from "./action-shape.ts";
export type { ActionInput, ClaimRule, Method, Parameter, ParameterType } from "./action-shape.ts";

/** An action as the owner writes it; defaults filled in, the whole definition checked. */
export const actionSchema = actionShape.superRefine((action, context) => {
  for (const fault of checkDefinition(action)) {
    context.addIssue({ code: "custom", path: fault.path, message: fault.message });
  }
});

/** A definition as it may be written, defaults left out. */
export type ActionDraft = z.input<typeof actionSchema>;

/** A definition without its secret: what is stored, and what runs. */
export type Action = Omit<ActionInput, "auth"> & { auth: ActionAuth };

/** What a reader learns of a stored credential; `hint` shows the last four characters of long ones, such as `…f3a9`. */
export interface CredentialView {
  set: boolean;
  hint?: string;
}

/** An action as the owner API answers it. Times are ISO 8601 UTC. */
export type ActionView = Omit<Action, "auth"> & {
  id: string;
  auth: ActionAuth & { credential?: CredentialView };
  createdAt: string;
  updatedAt: string;
};

/** Whether a call by this action changes something at the owner's side: every method but GET. */
export function changesData(action: Pick<Action, "method">): boolean {
  return action.method !== "GET";
}

/** Whether a run needs the visitor's word first. */
export function asksFirst(action: Pick<Action, "method" | "confirmation">): boolean {
  return action.confirmation === "always" || (action.confirmation === "auto" && changesData(action));
}
