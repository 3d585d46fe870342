import * as z from "zod";
import type { DefinitionFault } from "./definition-fault.ts";
import { checkUrl } from "./url-check.ts";

/** RFC 6749 appendix A: what a client id, a scope token and the like are made of. */
const PRINTABLE = /^[\x20-\x7e]+$/;
/** RFC 6749 §3.3: tokens that single spaces part. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/** The name of a header (RFC 9110 §5.1). */
export const headerName = z
  .string()
  .regex(/^(?!__proto__$)[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/, "must be an HTTP header name, such as X-Shop");

/** Write: a text sets the secret, null removes it, left out or as read back keeps it. */
const credential = z
  .union([
    z.string().min(1).max(4_096),
    z.null(),
    z.object({ set: z.boolean().optional(), hint: z.string().optional() }),
  ])
  .optional();

const printable = (maximum: number) => z.string().max(maximum).regex(PRINTABLE, "must be printable ASCII");

export const authSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none"), credential: z.unknown().optional() }),
  z.strictObject({ type: z.literal("bearer"), credential }),
  z.strictObject({ type: z.literal("header"), headerName, credential }),
  z.strictObject({ type: z.literal("basic"), credential }),
  z.strictObject({
    type: z.literal("oauth2"),
    tokenUrl: z.string().trim().max(2_048, "must be at most 2,048 characters"),
    clientId: printable(500),
    scope: z.string().max(2_000).regex(SCOPE, "must be scopes parted by single spaces").optional(),
    audience: printable(2_000).optional(),
    clientAuthentication: z.enum(["basic", "post"]).default("basic"),
    credential,
  }),
]);

type AuthInput = z.output<typeof authSchema>;

/** OAuth 2 client credentials (RFC 6749 §4.4); the credential is the client's secret. */
export type ClientCredentials = Omit<Extract<AuthInput, { type: "oauth2" }>, "credential">;

/** How an action authenticates; the secret itself lies sealed elsewhere. */
export type ActionAuth =
  | { type: "none" }
  | { type: "bearer" }
  | { type: "header"; headerName: string }
  | { type: "basic" }
  | ClientCredentials;

/** The header that carries the credential, lower-cased; undefined for an action without one. */
export function credentialHeader(auth: ActionAuth): string | undefined {
  if (auth.type === "none") return undefined;
  return auth.type === "header" ? auth.headerName.toLowerCase() : "authorization";
}

/** What is wrong with an authorization beyond the shapes of its fields. */
export function checkAuth(auth: AuthInput): DefinitionFault[] {
  if (auth.type !== "oauth2") return [];
  const path = ["auth", "tokenUrl"];
  if (/\{\{|\}\}/.test(auth.tokenUrl)) return [{ path, message: "must not hold a placeholder" }];
  return checkUrl(auth.tokenUrl).map(({ message }) => ({ path, message }));
}
