import type { Action, ActionView } from "@errand/shared/action";
import { credentialHeader, type ActionAuth } from "@errand/shared/action-auth";
import type { SealContext } from "../credentials/seal-context.ts";
import { endpointOrigin } from "./url-template.ts";

/** An action as it lies in the database. Times are ISO 8601 UTC. */
export interface StoredAction {
  id: string;
  siteId: string;
  definition: Action;
  credentialSealed?: string;
  credentialHint?: string;
  createdAt: string;
  updatedAt: string;
}

type Owned = Pick<StoredAction, "id" | "siteId" | "definition">;

/** What a sealed credential is bound to; undefined for an action without one. */
export function credentialContext({ id, siteId, definition }: Owned): SealContext | undefined {
  const headerName = credentialHeader(definition.auth);
  if (headerName === undefined) return undefined;
  const origin = endpointOrigin(definition.url);
  const { auth } = definition;
  const token = auth.type === "oauth2" ? { tokenOrigin: new URL(auth.tokenUrl).origin } : {};
  return { purpose: "credential", site: siteId, action: id, headerName, origin, ...token };
}

/** The action as the owner API answers it: of the credential, whether there is one and its last characters. */
export function toActionView(stored: StoredAction): ActionView {
  const { id, definition, createdAt, updatedAt } = stored;
  return { ...definition, id, auth: toAuthView(stored), createdAt, updatedAt };
}

function toAuthView({ definition, credentialSealed, credentialHint }: StoredAction): ActionView["auth"] {
  const auth: ActionAuth = definition.auth;
  if (auth.type === "none") return auth;
  const hint = credentialHint === undefined ? {} : { hint: `…${credentialHint}` };
  return { ...auth, credential: { set: credentialSealed !== undefined, ...hint } };
}
