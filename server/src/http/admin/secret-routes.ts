import { Router } from "express";
import { identitySecretRequestSchema } from "@errand/shared/site";
import type { ProblemCode, SessionResponse } from "@errand/shared/wire";
import { ErrandError } from "../../errors.ts";
import { verifyVisitor, type VerifiedVisitor } from "../../identity/verify-visitor.ts";
import { toVisitorView, type Claims } from "../../identity/visitor.ts";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite, notFound } from "./find-or-refuse.ts";

/** What is right or wrong with a proof of identity. `secretId` names the identity secret that it was made with. */
type IdentityCheckResult =
  | {
      valid: true;
      visitor: SessionResponse["visitor"];
      secretId: string;
      locale?: string;
      /** What `{{identity.…}}` can name; of a token only. */
      claims?: Claims;
    }
  | { valid: false; code: ProblemCode; message: string };

/** `/sites/:site/identity-secrets` and the check of a proof. */
export function secretRoutes(dependencies: AdminDependencies): Router {
  const { secrets } = dependencies;
  const router = Router();
  router.get("/sites/:site/identity-secrets", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json({ items: await secrets.list(site.id) });
  });
  router.post("/sites/:site/identity-secrets", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const { kind, label } = identitySecretRequestSchema.parse(request.body);
    const created = await secrets.create(site.id, kind, label);
    noteChange(request, { thing: created.id, label });
    response.status(201).json(created);
  });
  router.delete("/sites/:site/identity-secrets/:id", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const id = checkId(request.params.id);
    if (!(await secrets.remove(site.id, id))) throw notFound("identity secret", id);
    response.status(204).end();
  });
  router.post("/sites/:site/identity-check", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const now = (dependencies.now ?? (() => new Date()))();
    // A check is no use: the owner reads "last used" to learn whether the secret may go.
    const untouched = { live: secrets.live, touch: async () => {} };
    const check = verifyVisitor({ site, proof: request.body as unknown, secrets: untouched, now });
    response.json(await check.then(toCheckResult, toFailedCheck));
  });
  return router;
}

function toCheckResult({ visitor, ...rest }: VerifiedVisitor): IdentityCheckResult {
  const claims = visitor.verification === "jwt" ? { claims: visitor.claims } : {};
  return { valid: true, visitor: toVisitorView(visitor), ...rest, ...claims };
}

function toFailedCheck(error: unknown): IdentityCheckResult {
  if (!(error instanceof ErrandError)) throw error;
  return { valid: false, code: error.code, message: error.message };
}
