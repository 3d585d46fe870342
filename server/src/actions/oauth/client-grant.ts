import { createHash } from "node:crypto";
import type { ClientCredentials } from "@errand/shared/action-auth";

/** What an access token is asked with (RFC 6749 §4.4), and what it is for. */
export interface ClientGrant {
  siteId: string;
  actionId: string;
  /** The only origin that the token is sent to. */
  endpointOrigin: string;
  auth: ClientCredentials;
  clientSecret: string;
  /** Whether its token serves later calls: not for a definition that is only being tried. */
  isKept: boolean;
}

/** Tells grants apart: whatever changes about one asks for another token. */
export function grantDigest({ siteId, actionId, endpointOrigin, auth, clientSecret }: ClientGrant): string {
  const { tokenUrl, clientId, scope, audience, clientAuthentication } = auth;
  const parts = [siteId, actionId, endpointOrigin, tokenUrl, clientId, clientSecret, clientAuthentication];
  return createHash("sha256")
    .update(JSON.stringify([...parts, scope ?? null, audience ?? null]))
    .digest("hex");
}
