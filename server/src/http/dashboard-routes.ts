import { Router } from "express";
import helmet from "helmet";
import { IMMUTABLE, readFolder, sendFile } from "./static-files.ts";

/** Files and well-known addresses: nothing there is a page, whatever a browser accepts. */
const IS_NO_PAGE = /^\/(?:(?:v1|assets|widget|embed|\.well-known)(?:\/|$)|[^/]*\.\w+$)/;

/** Serves the owner's pages at `/`; a deep link gets the same page, which finds its way by itself. */
export function dashboardRoutes({ dashboardDir }: { dashboardDir: string }): Router {
  const files = readFolder(dashboardDir);
  const page = files.get("index.html");
  const router = Router();
  router.use(dashboardPolicy());
  router.get("/{*path}", (request, response, next) => {
    const file = files.get(request.path.slice(1));
    if (file && file !== page) {
      response.set("Cache-Control", request.path.startsWith("/assets/") ? IMMUTABLE : "no-cache");
      sendFile(request, response, file);
    } else if (page && request.accepts("html") === "html" && !IS_NO_PAGE.test(request.path)) {
      response.set("Cache-Control", "no-cache");
      sendFile(request, response, page);
    } else next();
  });
  return router;
}

function dashboardPolicy(): ReturnType<typeof helmet.contentSecurityPolicy> {
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      // The owner's preview of the widget.
      frameSrc: ["'self'"],
      frameAncestors: ["'none'"],
    },
  });
}
