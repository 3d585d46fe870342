import { type RequestHandler, Router } from "express";
import { actionImportSchema, type ActionImportResult } from "@errand/shared/action-import";
import { readJson } from "../read-json.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { findSite } from "./find-or-refuse.ts";

const BODY_LIMIT = "5mb";

/**
 * `/sites/:site/import`: drafts for the owner to review, of which nothing is saved. It reads larger bodies than other
 * routes do, so it stands in front of their reader, and lets `gate` judge the caller first.
 */
export function importRoutes(dependencies: AdminDependencies, gate: RequestHandler[]): Router {
  const { actions, egress } = dependencies;
  const router = Router();
  router.post("/sites/:site/import", ...gate, ...readJson(BODY_LIMIT), async (request, response) => {
    const site = await findSite(dependencies, String(request.params.site));
    // An import is rare, so its parsers wait for the first one.
    const [{ importCurl }, { fetchDocument, isAddress }, { importOpenApi }] = await Promise.all([
      import("../../actions/import/curl.ts"),
      import("../../actions/import/fetch-document.ts"),
      import("../../actions/import/openapi.ts"),
    ]);
    const { openapi, curl } = actionImportSchema.parse(request.body);
    const taken = new Set((await actions.list(site.id)).map(({ definition }) => definition.identifier));
    const context = { taken, egress };
    const importDocument = async (): Promise<ActionImportResult> => {
      if (typeof openapi !== "string" || !isAddress(openapi)) return importOpenApi(openapi, context);
      const documentUrl = openapi.trim();
      const text = await fetchDocument(documentUrl, { egress, poolKey: site.id });
      return importOpenApi(text, { ...context, documentUrl });
    };
    response.json(curl === undefined ? await importDocument() : importCurl(curl, context));
  });
  return router;
}
