import { type RequestHandler, Router } from "express";
import { actionImportSchema, type ActionImportResult } from "@errand/shared/action-import";
import { importCurl } from "../../actions/import/curl.ts";
import { fetchDocument, isAddress } from "../../actions/import/fetch-document.ts";
import { importOpenApi } from "../../actions/import/openapi.ts";
import { readJson } from "../read-json.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { findSite } from "./find-or-refuse.ts";

const BODY_LIMIT = "5mb";

/**
 * `/sites/:site/import`: drafts for the owner to review, of which nothing is saved. It reads larger bodies than other
 * routes do, so it stands in front of their reader, and lets `gate` judge the caller first.
 */
export function importRoutes(dependencies: AdminDependencies, gate: RequestHandler): Router {
  const { actions, egress } = dependencies;
  const router = Router();
  router.post("/sites/:site/import", gate, ...readJson(BODY_LIMIT), async (request, response) => {
    const site = await findSite(dependencies, String(request.params.site));
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
