import { Router } from "express";
import * as z from "zod";
import { ErrandError } from "../../errors.ts";
import { byAddress } from "../rate-limit.ts";
import { callerOf, requireSameOrigin } from "./admin-gate.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { createLoginThrottle } from "./login-throttle.ts";
import type { SessionCookie } from "./session-cookie.ts";

const loginSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[\w.@-]{1,120}$/, "must be an account name")
    .default("owner"),
  password: z.string().min(1, "must not be empty").max(1_000),
});

type AccountDependencies = Pick<AdminDependencies, "admins" | "config">;

/** `POST /login`, which stands before the gate. */
export function loginRoutes({ admins, config }: AccountDependencies, cookie: SessionCookie): Router {
  const throttle = createLoginThrottle();
  const router = Router();
  router.post("/login", async (request, response) => {
    requireSameOrigin(request, config.publicUrl);
    const { name, password } = loginSchema.parse(request.body);
    await throttle.begin(byAddress(request));
    const signedIn = await admins.signIn(name, password);
    if (!signedIn) throw new ErrandError("unauthorized", "The password is not right.");
    await throttle.succeed(byAddress(request));
    cookie.set(response, signedIn.token);
    response.json({ name: signedIn.session.name, csrfToken: signedIn.session.csrfToken });
  });
  return router;
}

/** `GET /me` and `POST /logout`, for somebody whom the gate let in. */
export function accountRoutes({ admins }: AccountDependencies, cookie: SessionCookie): Router {
  const router = Router();
  router.get("/me", (request, response) => {
    const { session } = callerOf(request);
    response.json(
      session ? { name: session.name, csrfToken: session.csrfToken } : { name: "ERRAND_ADMIN_TOKEN" },
    );
  });
  router.post("/logout", async (request, response) => {
    const { session } = callerOf(request);
    if (session) await admins.endSession(session.id);
    cookie.clear(response);
    response.status(204).end();
  });
  return router;
}
