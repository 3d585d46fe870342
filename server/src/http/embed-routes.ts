import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Router, type Request } from "express";
import helmet from "helmet";
import { inkOn } from "@errand/shared/ink";
import { launcherLabel } from "@errand/shared/launcher-label";
import type { EmbedSettings } from "@errand/shared/wire";
import { ErrandError } from "../errors.ts";
import type { Site } from "../sites/site.ts";
import type { MilestoneStore } from "../sites/milestone-store.ts";
import { isOriginAllowed } from "../sites/origin-policy.ts";
import type { SiteStore } from "../sites/site-store.ts";
import { IMMUTABLE, readFolder, sendFile, toStaticFile, type StaticFile } from "./static-files.ts";

/** Where the built loader expects the site's settings. */
const SETTINGS_TOKEN = "__ERRAND_EMBED__";

/** Seconds that a page may keep the loader, so that changed settings show soon. */
const LOADER_MAX_AGE = 60;
/** Only what is named after its content may be kept for good. */
const HASHED_NAME = /-[\w-]{8}\.\w+$/;

/** Of helmet's headers those that mean something for a script; what is said of pages would cost every visitor its bytes. */
const SCRIPT_HEADERS = [
  helmet.strictTransportSecurity(),
  helmet.xContentTypeOptions(),
  helmet.crossOriginResourcePolicy({ policy: "cross-origin" }),
];

/** Writes the loader of a site: the script that its pages embed. */
export type WriteLoader = (site: Site) => string;

/** Reads the built loader once. */
export function readLoader(widgetDir: string): WriteLoader {
  const loader = readFileSync(join(widgetDir, "loader.js"), "utf8");
  const { panel } = JSON.parse(readFileSync(join(widgetDir, "manifest.json"), "utf8")) as { panel: string };
  return (site) => fillLoader(loader, { ...toEmbedSettings(site), panel: `/widget/${panel}` });
}

interface EmbedDependencies {
  sites: SiteStore;
  widgetDir: string;
  writeLoader: WriteLoader;
  milestones: Pick<MilestoneStore, "note">;
}

/** Serves the widget: the loader with the site's settings inside, and the immutable files it loads later. */
export function embedRoutes({ sites, widgetDir, writeLoader, milestones }: EmbedDependencies): Router {
  const files = readFolder(widgetDir);
  const loaders = new Map<string, { source: string; file: StaticFile }>();
  const router = Router();

  router.use(["/embed", "/widget"], ...SCRIPT_HEADERS, (_request, response, next) => {
    response.set("Access-Control-Allow-Origin", "*");
    next();
  });
  router.get("/embed/:file", async (request, response) => {
    const id = /^([\w-]+)\.js$/.exec(request.params.file)?.[1] ?? "";
    const site = await sites.get(id);
    if (!site) throw new ErrandError("not_found", "There is no such site.");
    const page = pageOf(request);
    if (page !== undefined && isOriginAllowed(site.settings.allowedOrigins, page)) {
      milestones.note(site.id, "script", page);
    }
    const source = writeLoader(site);
    let known = loaders.get(id);
    if (known?.source !== source)
      loaders.set(id, (known = { source, file: toStaticFile(Buffer.from(source), ".js") }));
    response.set("Cache-Control", `public, max-age=${LOADER_MAX_AGE}, stale-while-revalidate=86400`);
    sendFile(request, response, known.file);
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

function toEmbedSettings({ id, settings }: Site): EmbedSettings {
  const { name, appearance, greeting, starters, defaultLocale, receipts } = settings;
  const { color, side, theme, avatarUrl, launcher, sound } = appearance;
  return {
    site: id,
    name,
    color,
    ink: inkOn(color),
    ...(side !== "right" && { side }),
    ...(theme !== "auto" && { theme }),
    ...(avatarUrl && { avatarUrl }),
    ...(launcher === "label" && { launcher: launcherLabel(defaultLocale) }),
    ...(sound && { sound }),
    greeting,
    starters,
    locale: defaultLocale,
    ...(receipts !== "full" && { receipts }),
  };
}

/** JSON is a subset of JavaScript (ECMA-262 §25.5); `<` is escaped so that the loader may also be inlined. */
function fillLoader(loader: string, settings: EmbedSettings & { panel: string }): string {
  const literal = JSON.stringify(settings).replaceAll("<", "\\u003c");
  return loader.replace(SETTINGS_TOKEN, () => literal);
}
