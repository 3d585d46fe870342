import { Router } from "express";
import { actionSchema, type ActionInput } from "@errand/shared/action";
import { actionTestSchema } from "@errand/shared/action-test";
import { changedFields } from "../../changed-fields.ts";
import { toActionView } from "../../actions/stored-action.ts";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite, found } from "./find-or-refuse.ts";
import { withoutReadOnly } from "./read-only.ts";
import { requireVersion, sendVersion } from "./version.ts";

/** `/sites/:site/actions` and the test of a definition. */
export function actionRoutes(dependencies: AdminDependencies): Router {
  const { actions, testAction, milestones } = dependencies;
  const find = async (params: { site: string; action: string }) => {
    const site = await findSite(dependencies, params.site);
    return found(await actions.get(site.id, checkId(params.action)), "action", params.action);
  };
  const router = Router();
  router.get("/sites/:site/actions", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json({ items: (await actions.list(site.id)).map(toActionView) });
  });
  router.post("/sites/:site/actions", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const created = await actions.create(site.id, actionSchema.parse(withoutReadOnly(request.body)));
    noteChange(request, { thing: created.id, label: created.definition.identifier });
    sendVersion(response.status(201), toActionView(created));
  });
  router.post("/sites/:site/actions/test", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const test = actionTestSchema.parse(request.body);
    const result = await testAction(site, test);
    if (result.outcome === "ok" && !test.dryRun) milestones.note(site.id, "action", nameOf(test.action));
    response.json(result);
  });
  router.get("/sites/:site/actions/:action", async (request, response) => {
    sendVersion(response, toActionView(await find(request.params)));
  });
  router.put("/sites/:site/actions/:action", async (request, response) => {
    const { siteId, id, definition } = await find(request.params);
    const input = actionSchema.parse(withoutReadOnly(request.body));
    const changed = await actions.update(siteId, id, input, (before) =>
      requireVersion(request, "action", before),
    );
    const fields = changedFields(definition, changed.definition);
    if (isCredentialWritten(input)) fields.push("credential");
    noteChange(request, { label: changed.definition.identifier, fields });
    sendVersion(response, toActionView(changed));
  });
  router.delete("/sites/:site/actions/:action", async (request, response) => {
    const stands = await find(request.params);
    requireVersion(request, "action", stands);
    const { siteId, id, definition } = stands;
    await actions.remove(siteId, id);
    noteChange(request, { label: definition.identifier });
    response.status(204).end();
  });
  return router;
}

/** Text sets a credential, null removes it; anything else leaves it as it was. */
function isCredentialWritten({ auth }: ActionInput): boolean {
  return typeof auth.credential === "string" || auth.credential === null;
}

/** The name of a definition that was judged before. */
function nameOf(action: unknown): string {
  return typeof action === "object" && action !== null && "name" in action ? String(action.name) : "";
}
