import type { ActionInput } from "@errand/shared/action";
import { credentialHint } from "../credentials/hint.ts";
import type { Sealer } from "../credentials/seal.ts";
import { ErrandError } from "../errors.ts";
import { findCredentialFault } from "./authorization.ts";
import { credentialContext, type StoredAction } from "./stored-action.ts";

type Owned = Pick<StoredAction, "id" | "siteId" | "definition">;
type Secret = Pick<StoredAction, "credentialSealed" | "credentialHint">;

interface CredentialWrite {
  sealer: Pick<Sealer, "seal">;
  /** The credential as it was written: text replaces, null removes, anything else keeps. */
  written: ActionInput["auth"]["credential"];
  /** The action before this write. */
  before: StoredAction | undefined;
}

/** The sealed credential of an action as it is being written. @throws ErrandError `invalid_request` */
export function changeCredential(action: Owned, { sealer, written, before }: CredentialWrite): Secret {
  const context = credentialContext(action);
  if (context === undefined || written === null) return {};
  if (typeof written !== "string") return keepCredential(action, before);
  const fault = findCredentialFault(action.definition.auth, written);
  if (fault !== undefined) throw credentialError(`The credential ${fault}.`);
  const hint = credentialHint(written);
  return {
    credentialSealed: sealer.seal(written, context),
    ...(hint === undefined ? {} : { credentialHint: hint }),
  };
}

/** A sealed credential opens for one origin and header alone, so it cannot move along with an edit. */
function keepCredential(action: Owned, before: StoredAction | undefined): Secret {
  if (before?.credentialSealed === undefined) return {};
  refuseMovedCredential(before, action);
  return {
    credentialSealed: before.credentialSealed,
    ...(before.credentialHint === undefined ? {} : { credentialHint: before.credentialHint }),
  };
}

/** Whether a credential of one action opens for the other: same origins, same authorization. */
export function isBoundAlike(before: Owned, after: Owned): boolean {
  return bindingOf(before) === bindingOf(after);
}

/** @throws ErrandError `invalid_request` when `after` calls another origin or authorizes in another way */
export function refuseMovedCredential(before: Owned, after: Owned, pointer?: string): void {
  if (isBoundAlike(before, after)) return;
  const message =
    "Enter the credential again: it is bound to the origins and the header it was entered for, and one of them changed.";
  throw credentialError(message, pointer);
}

function bindingOf(action: Owned): string {
  const context = credentialContext(action);
  const place =
    context?.purpose === "credential" ? [context.origin, context.headerName, context.tokenOrigin] : [];
  return JSON.stringify([action.definition.auth.type, ...place]);
}

/** The refusal of a write or a test because of its credential, by the JSON Pointer to it. */
export function credentialError(message: string, pointer = "/auth/credential"): ErrandError {
  return new ErrandError("invalid_request", message, { errors: [{ pointer, message }] });
}
