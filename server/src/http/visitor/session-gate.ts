import type { Request, RequestHandler, Response } from "express";
import { ErrandError } from "../../errors.ts";
import type { Session, SessionStore } from "../../identity/session-store.ts";
import type { Site } from "../../sites/site.ts";
import type { SiteStore } from "../../sites/site-store.ts";
import { requireAllowedOrigin, sessionOrigin } from "./allowed-origin.ts";

/** Who asks, once the gate has let them in. */
export interface VisitorRequest {
  session: Session;
  site: Site;
}

const gated = new WeakMap<Request, VisitorRequest>();

interface GateDependencies {
  sessions: SessionStore;
  sites: SiteStore;
  publicOrigin: string;
}

/** The one gate of every visitor route but the making of a session: a live session of this origin, still allowed. */
export function sessionGate(dependencies: GateDependencies): RequestHandler {
  return async (request, _response: Response, next) => {
    const token = /^Bearer ([\w-]{20,128})$/i.exec(request.headers.authorization ?? "")?.[1];
    if (!token)
      throw new ErrandError("unauthorized", "Send the session as `Authorization: Bearer <session>`.");
    const session = await dependencies.sessions.find(
      token,
      sessionOrigin(request, dependencies.publicOrigin),
    );
    const site = session && (await dependencies.sites.get(session.siteId));
    if (!session || !site)
      throw new ErrandError("session_expired", "This session has ended. Start a new one.");
    requireAllowedOrigin(request, site, dependencies.publicOrigin);
    gated.set(request, { session, site });
    next();
  };
}

/** What the gate found. @throws TypeError on a route that has no gate */
export function visitorOf(request: Request): VisitorRequest {
  const found = gated.get(request);
  if (!found) throw new TypeError(`${request.path} has no session gate`);
  return found;
}
