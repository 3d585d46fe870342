import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { Router, type Request, type Response } from "express";
import helmet from "helmet";
import type { EmbedSettings } from "@errand/shared/wire";
import { ErrandError } from "../errors.ts";
import type { Site } from "../sites/site.ts";
import type { MilestoneStore } from "../sites/milestone-store.ts";
import { isOriginAllowed } from "../sites/origin-policy.ts";
import type { SiteStore } from "../sites/site-store.ts";
import { toEmbedSettings, toSiteTexts } from "./embed-settings.ts";
import { IMMUTABLE, readFolder, sendFile, toStaticFile, type StaticFile } from "./static-files.ts";

/** Where the built loader expects the site's settings. */
const SETTINGS_TOKEN = "__ERRAND_EMBED__";

/** Seconds that a page may keep what an owner may change, so that it shows soon. */
const SETTINGS_MAX_AGE = 60;
/** Only what is named after its content may be kept for good. */
const HASHED_NAME = /-[\w-]{8}\.\w+$/;

/** Of helmet's headers those that mean something for a script; what is said of pages would cost every visitor its bytes. */
const SCRIPT_HEADERS = [
  helmet.strictTransportSecurity(),
  helmet.xContentTypeOptions(),
  helmet.crossOriginResourcePolicy({ policy: "cross-origin" }),
];

/** Writes the loader of a site, the script that its pages embed; with all texts unless it is told where the others are. */
export type WriteLoader = (site: Site, texts?: string) => string;

/** Reads the built loader once. */
export function readLoader(widgetDir: string): WriteLoader {
  const loader = readFileSync(join(widgetDir, "loader.js"), "utf8");
  const { panel } = JSON.parse(readFileSync(join(widgetDir, "manifest.json"), "utf8")) as { panel: string };
  return (site, texts) => fillLoader(loader, { ...toEmbedSettings(site, texts), panel: `/widget/${panel}` });
}

interface EmbedDependencies {
  sites: SiteStore;
  widgetDir: string;
  writeLoader: WriteLoader;
  milestones: Pick<MilestoneStore, "note">;
}

/**
 * Serves the widget: the loader with the site's settings inside, the site's texts in all languages, and the
 * immutable files that are loaded later.
 */
export function embedRoutes({ sites, widgetDir, writeLoader, milestones }: EmbedDependencies): Router {
  const files = readFolder(widgetDir);
  const written = new Map<string, { source: string; file: StaticFile }>();
  const router = Router();
  const find = async (name: string): Promise<Site> => {
    const site = await sites.get(name);
    if (!site) throw new ErrandError("not_found", "There is no such site.");
    return site;
  };
  const sendWritten = (request: Request, response: Response, name: string, source: string) => {
    let known = written.get(name);
    if (known?.source !== source) {
      written.set(name, (known = { source, file: toStaticFile(Buffer.from(source), extname(name)) }));
    }
    response.set("Cache-Control", `public, max-age=${SETTINGS_MAX_AGE}, stale-while-revalidate=86400`);
    sendFile(request, response, known.file);
  };

  router.use(["/embed", "/widget"], ...SCRIPT_HEADERS, (_request, response, next) => {
    response.set("Access-Control-Allow-Origin", "*");
    next();
  });
  router.get("/embed/:site.js", async (request, response) => {
    const site = await find(request.params.site);
    const page = pageOf(request);
    if (page !== undefined && isOriginAllowed(site.settings.allowedOrigins, page)) {
      milestones.note(site.id, "script", page);
    }
    sendWritten(request, response, `${site.id}.js`, writeLoader(site, `/embed/${site.id}.json`));
  });
  router.get("/embed/:site.json", async (request, response) => {
    const site = await find(request.params.site);
    sendWritten(request, response, `${site.id}.json`, JSON.stringify(toSiteTexts(site)));
  });
  router.get("/widget/:file", (request, response) => {
    const file = HASHED_NAME.test(request.params.file) ? files.get(request.params.file) : undefined;
    if (!file) throw new ErrandError("not_found", "There is no such widget file.");
    response.set("Cache-Control", IMMUTABLE);
    sendFile(request, response, file);
  });
  return router;
}

/** The origin of the page that asks, where the browser tells it. */
function pageOf({ headers }: Request): string | undefined {
  return headers.origin ?? URL.parse(headers.referer ?? "")?.origin;
}

/** JSON is a subset of JavaScript (ECMA-262 §25.5); `<` is escaped so that the loader may also be inlined. */
function fillLoader(loader: string, settings: EmbedSettings & { panel: string }): string {
  const literal = JSON.stringify(settings).replaceAll("<", "\\u003c");
  return loader.replace(SETTINGS_TOKEN, () => literal);
}
