import { Router } from "express";
import { evalCaseSchema, evalRunSchema, evalSuiteSchema, type EvalView } from "@errand/shared/eval";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite, found, notFound } from "./find-or-refuse.ts";
import { withoutReadOnly } from "./read-only.ts";

/** `/sites/:site/evals`: the owner's sample conversations, and the run of them. */
export function evalRoutes(dependencies: AdminDependencies): Router {
  const { evals, runEvals } = dependencies;
  const router = Router();
  router.get("/sites/:site/evals", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json({ items: await evals.list(site.id) });
  });
  router.post("/sites/:site/evals", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const [created] = await evals.add(site.id, [evalCaseSchema.parse(withoutReadOnly(request.body))]);
    response.status(201).json(created);
  });
  router.post("/sites/:site/evals/run", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const { ids, model } = evalRunSchema.parse(request.body ?? {});
    const cases = pick(await evals.list(site.id), ids);
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    response.json(await runEvals({ site, cases, model, signal: gone.signal }));
  });
  router.get("/sites/:site/evals/export", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json({ cases: (await evals.list(site.id)).map(withoutReadOnly) });
  });
  router.post("/sites/:site/evals/import", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const { cases, replace } = evalSuiteSchema.parse(request.body);
    response.status(201).json({ items: await evals.add(site.id, cases, replace) });
  });
  router.get("/sites/:site/evals/:id", async (request, response) => {
    const { site, id } = request.params;
    const { id: siteId } = await findSite(dependencies, site);
    response.json(found(await evals.get(siteId, checkId(id)), "sample conversation", id));
  });
  router.put("/sites/:site/evals/:id", async (request, response) => {
    const { site, id } = request.params;
    const { id: siteId } = await findSite(dependencies, site);
    const input = evalCaseSchema.parse(withoutReadOnly(request.body));
    response.json(found(await evals.update(siteId, checkId(id), input), "sample conversation", id));
  });
  router.delete("/sites/:site/evals/:id", async (request, response) => {
    const { site, id } = request.params;
    const { id: siteId } = await findSite(dependencies, site);
    if (!(await evals.remove(siteId, checkId(id)))) throw notFound("sample conversation", id);
    response.status(204).end();
  });
  return router;
}

/** The cases of these ids, in the order of the suite. @throws ErrandError `not_found` for an id that is none's */
function pick(all: EvalView[], ids: readonly string[] | undefined): EvalView[] {
  if (ids === undefined) return all;
  for (const id of ids)
    found(
      all.find((each) => each.id === id),
      "sample conversation",
      id,
    );
  return all.filter(({ id }) => ids.includes(id));
}
