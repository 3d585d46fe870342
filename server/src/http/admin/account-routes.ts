import { Router } from "express";
import { loginSchema, passwordChangeSchema, type Me } from "@errand/shared/team";
import { ErrandError } from "../../errors.ts";
import { byAddress } from "../network.ts";
import { callerOf, requireSameOrigin } from "./admin-gate.ts";
import { FIRST_ADMIN, type AdminSession } from "./admin-store.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { createLoginThrottle } from "./login-throttle.ts";
import type { SessionCookie } from "./session-cookie.ts";

type AccountDependencies = Pick<AdminDependencies, "admins" | "createLimiter" | "config" | "onSignIn">;

/** `POST /login`, which stands before the gate. */
export function loginRoutes(
  { admins, createLimiter, config, onSignIn }: AccountDependencies,
  cookie: SessionCookie,
): Router {
  const throttle = createLoginThrottle(createLimiter, "login");
  const router = Router();
  router.post("/login", async (request, response) => {
    requireSameOrigin(request, config.publicUrl);
    const { name, password } = loginSchema.parse(request.body);
    await throttle.begin(byAddress(request), name);
    const signedIn = await admins.signIn(name, password);
    onSignIn?.(signedIn !== undefined);
    if (!signedIn) throw new ErrandError("unauthorized", "Name and password do not belong together.");
    await throttle.succeed(byAddress(request), name);
    cookie.set(response, signedIn.token);
    response.json(toMe(signedIn.session));
  });
  return router;
}

/** `GET /me`, `POST /me/password` and `POST /logout`, for somebody whom the gate let in. */
export function accountRoutes(
  { admins, createLimiter, config }: AccountDependencies,
  cookie: SessionCookie,
): Router {
  const throttle = createLoginThrottle(createLimiter, "password");
  const router = Router();
  router.get("/me", (request, response) => {
    const { session, name, role } = callerOf(request);
    const me: Me = session ? toMe(session) : { name, role };
    response.json(me);
  });
  router.post("/me/password", async (request, response) => {
    const { session } = callerOf(request);
    if (!session) throw new ErrandError("invalid_request", "The operator's token has no password.");
    const change = passwordChangeSchema.parse(request.body);
    requireChangeable(session, config.hasFixedPassword);
    await throttle.begin(session.adminId);
    const begun = await admins.changePassword(session, change);
    if (!begun) throw wrongPassword();
    await throttle.succeed(session.adminId);
    cookie.set(response, begun.token);
    response.json(toMe(begun.session));
  });
  router.post("/logout", async (request, response) => {
    const { session } = callerOf(request);
    if (session) await admins.endSession(session.id);
    cookie.clear(response);
    response.status(204).end();
  });
  return router;
}

function toMe({ name, role, csrfToken, mustChangePassword }: AdminSession): Me {
  return { name, role, csrfToken, ...(mustChangePassword ? { mustChangePassword } : {}) };
}

/** The setting would win again at the next start. */
function requireChangeable({ name }: AdminSession, hasFixedPassword = false): void {
  if (!hasFixedPassword || name !== FIRST_ADMIN) return;
  const message = `The password of "${FIRST_ADMIN}" is set by ERRAND_ADMIN_PASSWORD. Change it there.`;
  throw new ErrandError("conflict", message);
}

function wrongPassword(): ErrandError {
  const message = "is not your password";
  return new ErrandError("invalid_request", "The current password is not right.", {
    errors: [{ pointer: "/current", message }],
  });
}
