import type { Action, ActionInput } from "@errand/shared/action";
import type { FieldError } from "@errand/shared/wire";
import { EgressError } from "../egress/egress-error.ts";
import type { Egress } from "../egress/guarded-request.ts";
import { bindArguments } from "./bind-arguments.ts";
import { findCompileFault } from "./object-validator.ts";
import { neutralUrl } from "./url-template.ts";

/** A definition without the credential that it was written with. */
export function withoutCredential({ auth, ...rest }: ActionInput): Action {
  const { credential: _credential, ...plain } = auth;
  return { ...rest, auth: plain };
}

/** What only a server can find wrong with a definition: where its URLs lead, schemas that are none, and defaults of the wrong type. */
export function findDefinitionFaults(action: Action, egress: Pick<Egress, "checkUrl">): FieldError[] {
  const { auth, url } = action;
  const schemaFaults = findSchemaFaults(action);
  return [
    ...findUrlFaults("/url", url, egress),
    ...(auth.type === "oauth2" ? findUrlFaults("/auth/tokenUrl", auth.tokenUrl, egress) : []),
    ...(schemaFaults.length > 0 ? schemaFaults : findDefaultFaults(action)),
  ];
}

function findUrlFaults(pointer: string, url: string, egress: Pick<Egress, "checkUrl">): FieldError[] {
  try {
    egress.checkUrl(neutralUrl(url));
    return [];
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    return [{ pointer, message: error.ownerMessage }];
  }
}

function findSchemaFaults({ parameters }: Action): FieldError[] {
  return parameters.flatMap(({ schema }, index) => {
    const message = schema ? findCompileFault(schema) : undefined;
    return message === undefined ? [] : [{ pointer: `/parameters/${index}/schema`, message }];
  });
}

function findDefaultFaults({ parameters }: Action): FieldError[] {
  return parameters.flatMap((parameter, index) => {
    if (parameter.default === null) return [];
    const bound = bindArguments([parameter], { [parameter.name]: parameter.default });
    if ("arguments" in bound) return [];
    return bound.faults.map(({ message }) => ({ pointer: `/parameters/${index}/default`, message }));
  });
}
