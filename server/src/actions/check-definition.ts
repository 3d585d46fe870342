import type { Action, ActionInput } from "@errand/shared/action";
import type { FieldError } from "@errand/shared/wire";
import { EgressError } from "../egress/egress-error.ts";
import type { Egress } from "../egress/guarded-request.ts";
import { bindArguments } from "./bind-arguments.ts";
import { neutralUrl } from "./url-template.ts";

/** A definition without the credential that it was written with. */
export function withoutCredential({ auth, ...rest }: ActionInput): Action {
  if (auth.type === "header") return { ...rest, auth: { type: auth.type, headerName: auth.headerName } };
  return { ...rest, auth: { type: auth.type } };
}

/** What only a server can find wrong with a definition: where its URL leads, and defaults of the wrong type. */
export function findDefinitionFaults(action: Action, egress: Pick<Egress, "checkUrl">): FieldError[] {
  return [...findUrlFaults(action.url, egress), ...findDefaultFaults(action)];
}

function findUrlFaults(url: string, egress: Pick<Egress, "checkUrl">): FieldError[] {
  try {
    egress.checkUrl(neutralUrl(url));
    return [];
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    return [{ pointer: "/url", message: error.ownerMessage }];
  }
}

function findDefaultFaults({ parameters }: Action): FieldError[] {
  return parameters.flatMap((parameter, index) => {
    if (parameter.default === null) return [];
    const bound = bindArguments([parameter], { [parameter.name]: parameter.default });
    if ("arguments" in bound) return [];
    return bound.faults.map(({ message }) => ({ pointer: `/parameters/${index}/default`, message }));
  });
}
