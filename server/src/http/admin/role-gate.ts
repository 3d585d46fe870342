import { type Request, type RequestHandler, Router } from "express";
import { ROLES, type Role } from "@errand/shared/roles";
import { ErrandError } from "../../errors.ts";
import { callerOf } from "./admin-gate.ts";
import { ROUTE_RULES, type RouteRule } from "./route-rules.ts";

/** The rule that a request came under, with the parameters of its path. */
interface Ruled {
  rule: RouteRule;
  params: Record<string, string>;
}

const ruled = new WeakMap<Request, Ruled>();

/** The rule of a request behind the gate; undefined where the table has none. */
export function ruleOf(request: Request): Ruled | undefined {
  return ruled.get(request);
}

/**
 * Lets a caller through whose role suffices for the route. The table is a router of its own, so that it reads a path
 * just as the routes do.
 */
export function roleGate(): RequestHandler {
  const router = Router();
  for (const rule of ROUTE_RULES) {
    const method = rule.method.toLowerCase() as Lowercase<RouteRule["method"]>;
    router[method](rule.path, (request, _response, next) => {
      requireRole(request, rule.role);
      if (!rule.isOpenToInvited) requireOwnPassword(request);
      ruled.set(request, { rule, params: request.params as Record<string, string> });
      next("router");
    });
  }
  router.use((request, _response, next) => {
    if (ruled.has(request)) return next();
    requireRole(request, "owner");
    requireOwnPassword(request);
    next();
  });
  // A plain handler: the routes in it are the table's, not ones that answer.
  return (request, response, next) => router(request, response, next);
}

/** The same for a page beside the owner API, which the table does not name. */
export function atLeast(role: Role): RequestHandler {
  return (request, _response, next) => {
    requireRole(request, role);
    requireOwnPassword(request);
    next();
  };
}

function requireRole(request: Request, least: Role): void {
  const { role } = callerOf(request);
  if (ROLES.indexOf(role) >= ROLES.indexOf(least)) return;
  const message = `This needs the role ${least}; yours is ${role}. Ask an owner.`;
  throw new ErrandError("forbidden", message);
}

function requireOwnPassword(request: Request): void {
  if (!callerOf(request).session?.mustChangePassword) return;
  throw new ErrandError("forbidden", "Choose a password of your own first.");
}
