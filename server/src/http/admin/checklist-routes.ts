import { Router } from "express";
import { CHECKLIST_STEPS, type ChecklistItem, type ChecklistView } from "@errand/shared/checklist";
import type { Milestone } from "../../sites/milestone-store.ts";
import type { Site } from "../../sites/site.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { findSite } from "./find-or-refuse.ts";

/** `/sites/:site/checklist`: what is left between an empty site and its first conversation. */
export function checklistRoutes(dependencies: AdminDependencies): Router {
  const router = Router();
  router.get("/sites/:site/checklist", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    response.json(toChecklist(site, await dependencies.milestones.list(site.id)));
  });
  return router;
}

function toChecklist({ settings }: Site, reached: readonly Milestone[]): ChecklistView {
  const [origin] = settings.allowedOrigins;
  const items = CHECKLIST_STEPS.map((step): ChecklistItem => {
    const found = reached.find((each) => each.step === step);
    if (step === "origin") {
      return { step, isDone: origin !== undefined, firstAt: null, lastAt: null, detail: origin ?? null };
    }
    const { firstAt = null, lastAt = null, detail = null } = found ?? {};
    return { step, isDone: found !== undefined, firstAt, lastAt, detail };
  });
  return { items };
}
