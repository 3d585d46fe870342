import type { Action } from "@errand/shared/action";
import type { RequestView } from "@errand/shared/action-test";
import { authorizationHeader, maskedAuthorization, secretsOf } from "./authorization.ts";
import { rememberedRedactor } from "../credentials/redact.ts";
import { addHeader, defaultHeaders, mergeHeaders } from "./default-headers.ts";
import { identityFields } from "./identity-fields.ts";
import { createValueOf, type PlaceholderSources } from "./placeholder-values.ts";
import { renderBody } from "./render-body.ts";
import { renderHeader } from "./render-header.ts";
import { renderUrl } from "./render-url.ts";

/** What a request is built from, beside its action. */
export interface RequestSources extends PlaceholderSources {
  runId: string;
  publicOrigin: string;
  version: string;
  /** HMAC of the visitor's id under the site's newest `user_hash` secret, when it has one. */
  userHash?: string | undefined;
  /** Whether the endpoint is told an e-mail that the page only declared: yes, unless the site says no. */
  sendsDeclared?: boolean | undefined;
  /** The opened credential. */
  credential?: string | undefined;
}

/** A request ready to be sent. */
export interface RenderedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** A request, the same as people may see it, and what takes its secrets out of a text. */
export interface BuiltRequest {
  request: RenderedRequest;
  view: RequestView;
  redact: (text: string) => string;
}

/** Renders the request of one run; the credential is added last. @throws RunRefusal */
export function buildRequest(action: Action, sources: RequestSources): BuiltRequest {
  const { method, auth } = action;
  const valueOf = createValueOf(sources);
  const identity = action.sendVisitorIdentity
    ? identityFields({ ...sources, method, sendsDeclared: sources.sendsDeclared ?? true })
    : { body: [], headers: {} };
  const url = renderUrl(action, valueOf);
  const body = renderBody(action, { valueOf, arguments: sources.arguments, identityFields: identity.body });
  const own = Object.fromEntries(
    action.headers.map((header) => [header.name, renderHeader(header, valueOf)]),
  );
  const headers = mergeHeaders(
    defaultHeaders({ ...sources, method, body: action.body }),
    identity.headers,
    own,
  );
  const credential = sources.credential ?? "";
  const secrets = [...secretsOf(auth, credential), ...(sources.userHash ? [sources.userHash] : [])];
  const redact = rememberedRedactor(secrets);
  const shown = addHeader(redactValues(headers, redact), maskedAuthorization(auth, credential));
  return {
    request: {
      method,
      url,
      headers: addHeader(headers, authorizationHeader(auth, credential)),
      ...(body === undefined ? {} : { body }),
    },
    view: { method, url: redact(url), headers: shown, body: body === undefined ? null : redact(body) },
    redact,
  };
}

function redactValues(
  headers: Record<string, string>,
  redact: (text: string) => string,
): Record<string, string> {
  const redacted: Record<string, string> = {};
  for (const name of Object.keys(headers)) redacted[name] = redact(headers[name] ?? "");
  return redacted;
}
