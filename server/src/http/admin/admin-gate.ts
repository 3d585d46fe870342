import { createHash, timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import type { Role } from "@errand/shared/roles";
import { ErrandError } from "../../errors.ts";
import type { AdminSession } from "./admin-store.ts";
import type { AdminDependencies } from "./dependencies.ts";
import type { SessionCookie } from "./session-cookie.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whom the gate let in; a program with the token has no session. */
interface AdminCaller {
  session: AdminSession | undefined;
  /** Name of the account, or of the setting that holds the token. */
  name: string;
  role: Role;
}

const OPERATOR: AdminCaller = { session: undefined, name: "ERRAND_ADMIN_TOKEN", role: "owner" };

const callers = new WeakMap<Request, AdminCaller>();

/** The one gate of the owner API: `Authorization: Bearer` with the operator's token, or a signed-in browser. */
export function adminGate(
  { admins, config }: Pick<AdminDependencies, "admins" | "config">,
  cookie: SessionCookie,
): RequestHandler {
  return async (request, _response, next) => {
    if (request.headers.authorization !== undefined) {
      requireToken(request.headers.authorization, config.adminToken);
      callers.set(request, OPERATOR);
    } else {
      const token = cookie.read(request);
      const session = token === undefined ? undefined : await admins.findSession(token);
      if (!session) throw new ErrandError("unauthorized", "Please sign in.");
      if (!SAFE_METHODS.has(request.method)) requireOwnRequest(request, session, config.publicUrl);
      callers.set(request, { session, name: session.name, role: session.role });
    }
    next();
  };
}

/** Whom the gate let in. @throws TypeError on a route that has no gate */
export function callerOf(request: Request): AdminCaller {
  const caller = callers.get(request);
  if (!caller) throw new TypeError(`${request.path} has no admin gate`);
  return caller;
}

/**
 * Refuses a request that another site made the browser send: by Fetch Metadata, or by `Origin` where the browser
 * sends none (plain http). Without either it comes from a program: a browser names the origin with every unsafe
 * method (Fetch, "append a request `Origin` header").
 * @throws ErrandError `csrf_rejected`
 */
export function requireSameOrigin(request: Request, publicUrl: string): void {
  const own = new URL(publicUrl).origin;
  const { "sec-fetch-site": site, origin = own } = request.headers;
  if (site === undefined ? origin === own : site === "same-origin") return;
  const why = `The request must come from the dashboard at ${own}.`;
  throw new ErrandError("csrf_rejected", why);
}

function requireOwnRequest(request: Request, session: AdminSession, publicUrl: string): void {
  requireSameOrigin(request, publicUrl);
  if (isSameText(request.get("x-csrf-token") ?? "", session.csrfToken)) return;
  throw new ErrandError("csrf_rejected", "The X-CSRF-Token header must repeat the session's csrfToken.");
}

function requireToken(authorization: string, adminToken: string | undefined): void {
  const given = /^Bearer (.+)$/i.exec(authorization)?.[1];
  if (given !== undefined && adminToken && isSameText(given, adminToken)) return;
  throw new ErrandError("unauthorized", "The bearer token must be the value of ERRAND_ADMIN_TOKEN.");
}

/** Compares in constant time, the length hidden too. */
function isSameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
