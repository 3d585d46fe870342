import type { GuardedRequest } from "../../egress/guarded-request.ts";
import { percentEncode } from "../percent-encoding.ts";
import type { ClientGrant } from "./client-grant.ts";

/** Shared by every call that waits for the token, so no single action's timeout fits. */
const TIMEOUT_MS = 10_000;
const MAX_RESPONSE_BYTES = 65_536;

/** The request for an access token by client credentials (RFC 6749 §4.4.2). */
export function tokenRequest({ siteId, auth, clientSecret }: ClientGrant, version: string): GuardedRequest {
  const isBasic = auth.clientAuthentication === "basic";
  const client = { client_id: auth.clientId, client_secret: clientSecret };
  const fields = {
    grant_type: "client_credentials",
    scope: auth.scope,
    audience: auth.audience,
    ...(isBasic ? {} : client),
  };
  return {
    poolKey: siteId,
    method: "POST",
    url: auth.tokenUrl,
    headers: {
      Accept: "application/json",
      "Content-Type": "application/x-www-form-urlencoded",
      "User-Agent": `Errand/${version}`,
      ...(isBasic ? { Authorization: basicClient(auth.clientId, clientSecret) } : {}),
    },
    body: formOf(fields),
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: MAX_RESPONSE_BYTES,
  };
}

/** RFC 6749 §2.3.1: both halves are encoded as in a form before they are joined. */
export function basicClient(clientId: string, clientSecret: string): string {
  const pair = `${formEncode(clientId)}:${formEncode(clientSecret)}`;
  return `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
}

function formOf(fields: Record<string, string | undefined>): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${formEncode(value)}`]))
    .join("&");
}

const formEncode = (text: string): string => percentEncode(text).replaceAll("%20", "+");
