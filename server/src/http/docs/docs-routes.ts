import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Router, type Response } from "express";
import helmet from "helmet";
import { ErrandError } from "../../errors.ts";
import type { Page } from "./render-page.ts";

const DOCS_DIR = new URL("../../../docs/", import.meta.url);
const STYLES = readFileSync(new URL("docs.css", import.meta.url));

/** `/docs` lists what is written for integrators; `/docs/:name` shows a page, `/docs/:name.md` its Markdown. */
export function docsRoutes(): Router {
  const names = readdirSync(fileURLToPath(DOCS_DIR))
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -3))
    .toSorted();
  const router = Router();
  router.use("/docs", docsPolicy(), (_request, response, next) => {
    response.set("Cache-Control", "public, max-age=300");
    next();
  });
  router.get("/docs", async (_request, response) => {
    const { renderIndex } = await import("./render-page.ts");
    sendHtml(response, renderIndex(await Promise.all(names.map(readPage))));
  });
  router.get("/docs/docs.css", (_request, response) => {
    response.type("text/css").send(STYLES);
  });
  router.get("/docs/:page", async (request, response) => {
    const [, name = "", extension] = /^(.+?)(\.md)?$/.exec(request.params.page) ?? [];
    if (!names.includes(name)) throw new ErrandError("not_found", "There is no such page; /docs lists them.");
    if (extension === undefined) {
      const { renderPage } = await import("./render-page.ts");
      sendHtml(response, renderPage(await readPage(name)));
    } else response.type("text/markdown; charset=utf-8").send(readMarkdown(name));
  });
  return router;
}

const pages = new Map<string, Page>();

/** Parsed once: the files are part of the server. */
async function readPage(name: string): Promise<Page> {
  const { parsePage } = await import("./render-page.ts");
  const page = pages.get(name) ?? parsePage(name, readMarkdown(name));
  pages.set(name, page);
  return page;
}

function readMarkdown(name: string): string {
  return readFileSync(new URL(`${name}.md`, DOCS_DIR), "utf8");
}

function sendHtml(response: Response, html: string): void {
  response.type("text/html; charset=utf-8").send(html);
}

function docsPolicy(): ReturnType<typeof helmet.contentSecurityPolicy> {
  const none = ["'none'"];
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: none,
      styleSrc: ["'self'"],
      baseUri: none,
      formAction: none,
      frameAncestors: none,
    },
  });
}
