import type { Request } from "express";
import { ErrandError } from "../../errors.ts";
import { isOriginAllowed } from "../../sites/origin-policy.ts";
import type { Site } from "../../sites/site.ts";

/** The page's origin; empty for a caller that is no browser, which sends none. */
export function originOf(request: Request): string {
  return request.headers.origin ?? "";
}

/**
 * The origin that a session serves. A page of this server itself, which previews the widget, sends its origin with
 * some requests and none with others, so it counts as none.
 */
export function sessionOrigin(request: Request, publicOrigin: string): string {
  const origin = originOf(request);
  return origin === publicOrigin ? "" : origin;
}

/**
 * Refuses a page whose origin the site does not allow. A caller without `Origin` is no browser and could claim
 * any: the list keeps pages from embedding the widget, it proves nothing.
 * @throws ErrandError `origin_not_allowed`
 */
export function requireAllowedOrigin(request: Request, site: Site, publicOrigin: string): void {
  const origin = originOf(request);
  if (origin === "" || origin === publicOrigin) return;
  if (isOriginAllowed(site.settings.allowedOrigins, origin)) return;
  const message = `The origin ${origin} is not among the site's allowed origins. Its owner can add it in the dashboard.`;
  throw new ErrandError("origin_not_allowed", message);
}
