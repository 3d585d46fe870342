import type { RequestHandler } from "express";
import { isOriginAllowed } from "../../sites/origin-policy.ts";
import type { SiteStore } from "../../sites/site-store.ts";
import { originOf } from "./allowed-origin.ts";

const ALLOWED_HEADERS = "Authorization, Content-Type";
const EXPOSED_HEADERS = "Retry-After, x-vercel-ai-ui-message-stream";
const ALLOWED_METHODS = "GET, POST, DELETE";

/** Answers cross-origin requests of pages that some site allows; which site exactly is judged once it is known. */
export function cors(dependencies: { sites: SiteStore; publicOrigin: string }): RequestHandler {
  return async (request, response, next) => {
    response.vary("Origin");
    const origin = originOf(request);
    if (origin !== "" && (await isKnown(dependencies, origin))) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Expose-Headers", EXPOSED_HEADERS);
      if (request.method === "OPTIONS") {
        response.set({
          "Access-Control-Allow-Methods": ALLOWED_METHODS,
          "Access-Control-Allow-Headers": ALLOWED_HEADERS,
          "Access-Control-Max-Age": "7200",
        });
      }
    }
    if (request.method === "OPTIONS") response.status(204).end();
    else next();
  };
}

async function isKnown(
  { sites, publicOrigin }: { sites: SiteStore; publicOrigin: string },
  origin: string,
): Promise<boolean> {
  if (origin === publicOrigin) return true;
  const all = await sites.list();
  return all.some((site) => isOriginAllowed(site.settings.allowedOrigins, origin));
}
