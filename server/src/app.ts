import express, { type Express } from "express";
import { ErrandError } from "./errors.ts";
import { adminGate } from "./http/admin/admin-gate.ts";
import { atLeast } from "./http/admin/role-gate.ts";
import { createAdminRouter } from "./http/admin/router.ts";
import type { AdminDependencies } from "./http/admin/dependencies.ts";
import { createSessionCookie } from "./http/admin/session-cookie.ts";
import type { PreviewStore } from "./actions/preview-store.ts";
import { dashboardRoutes } from "./http/dashboard-routes.ts";
import { docsRoutes } from "./http/docs/docs-routes.ts";
import { embedRoutes, readLoader } from "./http/embed-routes.ts";
import { healthRoutes } from "./http/health-routes.ts";
import { jwksRoutes } from "./http/jwks-routes.ts";
import { previewRoutes } from "./http/preview-routes.ts";
import { openApiRoutes } from "./http/openapi-routes.ts";
import { problemHandler } from "./http/problem.ts";
import type { CreateLimiter } from "./http/limiter.ts";
import type { Metrics } from "./http/metrics.ts";
import { byAddress } from "./http/network.ts";
import { rateLimit } from "./http/rate-limit.ts";
import { readJson } from "./http/read-json.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { chatRoutes, type ChatRouteDependencies } from "./http/visitor/chat-routes.ts";
import { cors } from "./http/visitor/cors.ts";
import { createProofDoor } from "./http/visitor/proof-door.ts";
import { sessionGate, visitorOf } from "./http/visitor/session-gate.ts";
import { sessionRoutes, type SessionRouteDependencies } from "./http/visitor/session-routes.ts";
import type { Database } from "./storage/database.ts";

/** Everything the app serves from; a test hands in its own. */
export interface AppDependencies extends Omit<SessionRouteDependencies, "prove">, ChatRouteDependencies {
  database: Database;
  /** Whether Redis answers, where there is one. */
  redis: { readonly isUp: boolean } | undefined;
  metrics: Metrics;
  createLimiter: CreateLimiter;
  identity: Parameters<typeof createProofDoor>[0]["identity"];
  signingKeys: Parameters<typeof jwksRoutes>[0]["signingKeys"];
  admin: AdminDependencies;
  trustProxy: boolean | number | string;
  widgetDir: string;
  dashboardDir: string;
  previews: PreviewStore;
  log: Parameters<typeof problemHandler>[0];
}

/** The whole server as one Express app. */
export function createApp(dependencies: AppDependencies): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", dependencies.trustProxy);
  app.set("query parser", "simple");
  const headers = securityHeaders({ contentSecurityPolicy: false });
  // First, for it is asked the most.
  app.use("/v1", headers, visitorApi({ ...dependencies, prove: createProofDoor(dependencies) }));
  const writeLoader = readLoader(dependencies.widgetDir);
  app.use(embedRoutes({ ...dependencies, writeLoader }));
  app.use(headers);
  app.use(healthRoutes(dependencies));
  app.use(jwksRoutes(dependencies));
  app.use(openApiRoutes(dependencies));
  app.use(previewRoutes({ ...dependencies, writeLoader, gate: previewGate(dependencies.admin) }));
  app.use("/admin/v1", noStore, createAdminRouter(dependencies.admin));
  app.use(docsRoutes());
  app.use(dashboardRoutes(dependencies));
  app.use((request) => {
    throw new ErrandError("not_found", `There is nothing at ${request.method} ${request.path}.`);
  });
  app.use(problemHandler(dependencies.log));
  return app;
}

/** A network may be an office or a mobile carrier, so the rates by address are those of many people. */
function visitorApi(dependencies: AppDependencies & SessionRouteDependencies): express.Router {
  const { createLimiter } = dependencies;
  const router = express.Router();
  router.use(cors(dependencies), noStore);
  router.use(
    rateLimit(createLimiter, { name: "visitor", perMinute: 2_400, keyOf: byAddress }),
    ...readJson(),
  );
  router.post(
    "/sessions",
    rateLimit(createLimiter, { name: "sessions", perMinute: 600, keyOf: byAddress }),
    rateLimit(createLimiter, { name: "site sessions", perMinute: 6_000, keyOf: bySiteInBody }),
  );
  router.use(sessionRoutes(dependencies), sessionGate(dependencies));
  router.use(rateLimit(createLimiter, { name: "session", perMinute: 240, keyOf: bySession }));
  router.post(
    "/chat",
    rateLimit(createLimiter, { name: "chat", perMinute: 30, keyOf: bySession }),
    rateLimit(createLimiter, {
      name: "site",
      perMinute: 3_000,
      keyOf: (request) => visitorOf(request).site.id,
    }),
  );
  router.use(chatRoutes(dependencies));
  return router;
}

const bySession = (request: express.Request): string => visitorOf(request).session.id;

/** The site that a session is asked for; what has not the form of one is refused later. */
function bySiteInBody({ body }: express.Request): string | undefined {
  const site = (body as { site?: unknown } | undefined)?.site;
  return typeof site === "string" && site.length <= 64 ? site : undefined;
}

/** A preview acts as any visitor, so it is for those who may begin one. */
const previewGate = (admin: AdminDependencies): express.RequestHandler[] => [
  adminGate(admin, createSessionCookie(admin.config.publicUrl)),
  atLeast("editor"),
];

const noStore: express.RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  next();
};
