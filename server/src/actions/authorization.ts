import type { ActionAuth } from "@errand/shared/action-auth";
import { credentialHint } from "../credentials/hint.ts";
import { isHeaderText } from "./render-header.ts";

/** What is wrong with a credential for this kind of authorization; undefined when nothing is. */
export function findCredentialFault(auth: ActionAuth, credential: string): string | undefined {
  if (auth.type !== "basic") {
    if (isHeaderText(credential)) return undefined;
    return "must be printable ASCII without a space or a line break at either end";
  }
  if (!credential.isWellFormed()) return "must be well-formed Unicode";
  return /^[^:\p{Cc}]+:\P{Cc}*$/u.test(credential) ? undefined : "must be written as user:password";
}

/** The header that carries the credential (RFC 6750 §2.1, RFC 7617 §2); an access token is added when it is sent. */
export function authorizationHeader(auth: ActionAuth, credential: string): Record<string, string> {
  if (auth.type === "none" || auth.type === "oauth2") return {};
  if (auth.type === "header") return { [auth.headerName]: credential };
  const isBasic = auth.type === "basic";
  const value = isBasic
    ? `Basic ${Buffer.from(credential, "utf8").toString("base64")}`
    : `Bearer ${credential}`;
  return { Authorization: value };
}

/** The same header as people may see it. */
export function maskedAuthorization(auth: ActionAuth, credential: string): Record<string, string> {
  if (auth.type === "basic") return { Authorization: "Basic ****" };
  if (auth.type === "oauth2") return { Authorization: "Bearer ****" };
  return authorizationHeader(auth, `****${credentialHint(credential) ?? ""}`);
}

/** What must not be seen in an answer: the credential, and the password alone. */
export function secretsOf(auth: ActionAuth, credential: string): string[] {
  if (auth.type !== "basic") return [credential];
  return [credential, credential.slice(credential.indexOf(":") + 1)];
}
