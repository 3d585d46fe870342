import { Router } from "express";
import * as z from "zod";
import { actionSchema } from "@errand/shared/action";
import { previewRequestSchema, type PreviewTrace, type PreviewView } from "@errand/shared/preview";
import type { SiteSettings } from "@errand/shared/site";
import { toTestVisitor } from "../../actions/test-visitor.ts";
import { previewKey, type DraftAction } from "../../actions/preview-store.ts";
import { ErrandError } from "../../errors.ts";
import type { Site } from "../../sites/site.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, findSite } from "./find-or-refuse.ts";
import { mergeSettings } from "./merge-settings.ts";
import { requireSettingRoles } from "./setting-rules.ts";

type PreviewRequest = z.output<typeof previewRequestSchema>;

const draftSchema = z.object({ draft: actionSchema });

/** `/sites/:site/try`: the real widget against what is saved, or against a draft that lives in the preview alone. */
export function tryRoutes(dependencies: AdminDependencies): Router {
  const { previews, siteModels, conversations, traces, now = () => new Date() } = dependencies;
  const router = Router();
  router.post("/sites/:site/try", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const wanted = previewRequestSchema.parse(request.body);
    const settings = wanted.settings === undefined ? null : judgeSettings(site, wanted.settings);
    if (settings) requireSettingRoles(request, site.settings, settings, "/settings");
    if (settings) await siteModels.check(site.id, settings.model);
    const { id, expiresAt } = await previews.create({
      siteId: site.id,
      visitor: toTestVisitor(wanted.visitor, now()),
      settings,
      draft: wanted.draft === undefined ? null : await toDraft(dependencies, site, wanted),
    });
    const view: PreviewView = { id, path: `/preview/${id}`, expiresAt };
    response.status(201).json(view);
  });
  router.get("/sites/:site/try/:preview", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const owner = { siteId: site.id, visitorKey: previewKey(checkId(request.params.preview)) };
    const talks = (await conversations.list(owner)).toReversed();
    const items = await Promise.all(talks.map(({ id }) => traces.list(id)));
    const trace: PreviewTrace = { items: items.flat() };
    response.json(trace);
  });
  return router;
}

function judgeSettings(site: Site, part: Record<string, unknown>): SiteSettings {
  return atPointer("/settings", () => mergeSettings(site.settings, part));
}

async function toDraft(
  { actions }: AdminDependencies,
  site: Site,
  { draft, savedFrom }: PreviewRequest,
): Promise<DraftAction> {
  const input = draftSchema.parse({ draft }).draft;
  const before = savedFrom === undefined ? undefined : await actions.get(site.id, checkId(savedFrom));
  const action = atPointer("/draft", () => actions.draft(site.id, input, before));
  return { action, ...(before ? { replaces: before.id } : {}) };
}

/** Faults of a part of the body, by their place in the whole. */
function atPointer<Value>(pointer: string, judge: () => Value): Value {
  try {
    return judge();
  } catch (error) {
    if (error instanceof z.ZodError) {
      const path = [pointer.slice(1)];
      throw new z.ZodError(error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
    }
    if (!(error instanceof ErrandError) || error.errors === undefined) throw error;
    const errors = error.errors.map((fault) => ({ ...fault, pointer: pointer + fault.pointer }));
    throw new ErrandError(error.code, error.message, { errors });
  }
}
