import { Router, type RequestHandler } from "express";
import { ErrandError } from "../../errors.ts";
import { readJson } from "../read-json.ts";
import { accountRoutes, loginRoutes } from "./account-routes.ts";
import { actionRoutes } from "./action-routes.ts";
import { adminGate } from "./admin-gate.ts";
import { auditRoutes } from "./audit-routes.ts";
import { auditTrail } from "./audit-trail.ts";
import { configRoutes } from "./config-routes.ts";
import { conversationRoutes } from "./conversation-routes.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { checklistRoutes } from "./checklist-routes.ts";
import { evalRoutes } from "./eval-routes.ts";
import { identityKeyRoutes } from "./identity-key-routes.ts";
import { handOverRoutes } from "./hand-over-routes.ts";
import { importRoutes } from "./import-routes.ts";
import { modelRoutes } from "./model-routes.ts";
import { roleGate } from "./role-gate.ts";
import { runRoutes } from "./run-routes.ts";
import { secretRoutes } from "./secret-routes.ts";
import { createSessionCookie } from "./session-cookie.ts";
import { siteRoutes } from "./site-routes.ts";
import { teamRoutes } from "./team-routes.ts";
import { tryRoutes } from "./try-routes.ts";
import { visitorRoutes } from "./visitor-routes.ts";
import { webhookSecretRoutes } from "./webhook-secret-routes.ts";

/** The owner API. It expects a problem handler behind it. */
export function createAdminRouter(dependencies: AdminDependencies): Router {
  const cookie = createSessionCookie(dependencies.config.publicUrl);
  const gate: RequestHandler[] = [adminGate(dependencies, cookie), roleGate(), auditTrail(dependencies)];
  const router = Router();
  router.use(importRoutes(dependencies, gate));
  router.use(configRoutes(dependencies, gate));
  router.use(...readJson());
  router.use(loginRoutes(dependencies, cookie));
  router.use(...gate);
  router.use(accountRoutes(dependencies, cookie));
  router.use(teamRoutes(dependencies));
  router.use(auditRoutes(dependencies));
  router.use(siteRoutes(dependencies));
  router.use(modelRoutes(dependencies));
  router.use(checklistRoutes(dependencies));
  router.use(secretRoutes(dependencies));
  router.use(identityKeyRoutes(dependencies));
  router.use(webhookSecretRoutes(dependencies));
  router.use(actionRoutes(dependencies));
  router.use(tryRoutes(dependencies));
  router.use(evalRoutes(dependencies));
  router.use(runRoutes(dependencies));
  router.use(conversationRoutes(dependencies));
  router.use(handOverRoutes(dependencies));
  router.use(visitorRoutes(dependencies));
  router.use((request) => {
    throw new ErrandError("not_found", `The owner API has no ${request.method} ${request.path}.`);
  });
  return router;
}
