import { Router, type RequestHandler, type Request } from "express";
import helmet from "helmet";
import { ErrandError } from "../errors.ts";
import type { Preview, PreviewStore } from "../actions/preview-store.ts";
import type { Site } from "../sites/site.ts";
import type { SiteStore } from "../sites/site-store.ts";
import type { WriteLoader } from "./embed-routes.ts";

interface PreviewDependencies {
  previews: Pick<PreviewStore, "get" | "issueToken">;
  sites: SiteStore;
  /** Lets whoever may try things out through, and nobody else. */
  gate: RequestHandler[];
  writeLoader: WriteLoader;
}

const PAGE_STYLE = `html, body { height: 100%; margin: 0; }
:root { color-scheme: light dark; }
#chat { display: grid; grid-template-columns: minmax(0, 1fr); height: 100%; }
`;

/**
 * Pages for a frame of the dashboard: the real widget in a preview, as a launcher or filling the page
 * (`?mode=inline`). The owner's own session opens them; the proof that they carry serves this one preview.
 */
export function previewRoutes({ previews, sites, gate, writeLoader }: PreviewDependencies): Router {
  const router = Router();
  const find = async (request: Request): Promise<{ preview: Preview; site: Site }> => {
    const preview = await previews.get(String(request.params["id"]));
    const site = preview && (await sites.get(preview.siteId));
    if (!preview || !site) throw new ErrandError("not_found", "This preview has ended. Start another.");
    return { preview, site: preview.settings ? { ...site, settings: preview.settings } : site };
  };
  router.use("/preview/:id", pagePolicy(), ...gate, (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  router.get("/preview/:id", async (request, response) => {
    const { preview, site } = await find(request);
    const isInline = request.query["mode"] === "inline";
    response.type("html").send(toPage(preview.id, { site, isInline }));
  });
  router.get("/preview/:id/page.css", (_request, response) => {
    response.type("css").send(PAGE_STYLE);
  });
  router.get("/preview/:id/start.js", async (request, response) => {
    const { preview } = await find(request);
    const identity = { token: await previews.issueToken(preview.id) };
    response.type("js").send(`window.errandSettings = ${JSON.stringify({ identity })};`);
  });
  router.get("/preview/:id/widget.js", async (request, response) => {
    const { site } = await find(request);
    response.type("js").send(writeLoader(site));
  });
  return router;
}

function toPage(id: string, { site, isInline }: { site: Site; isInline: boolean }): string {
  const mode = isInline ? ' data-mode="inline" data-target="#chat"' : "";
  return `<!doctype html>
<html lang="${site.settings.defaultLocale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<link rel="stylesheet" href="/preview/${id}/page.css">
<div id="chat"></div>
<script src="/preview/${id}/start.js"></script>
<script src="/preview/${id}/widget.js"${mode}></script>
</html>
`;
}

/** The widget needs no more than this; pictures of cards and of the assistant come from anywhere. */
function pagePolicy(): ReturnType<typeof helmet.contentSecurityPolicy> {
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "https:"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'self'"],
    },
  });
}
