import type { Page, Request } from "@playwright/test";

/** Follows a page's scripts; what it answers with waits until the last part that is loaded when needed was drawn. */
export function watchScripts(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  page.on("request", (request) => request.resourceType() === "script" && underWay.add(request));
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  return async () => {
    do await drawFrames(page);
    while (underWay.size > 0);
  };
}

/** A script that has come is drawn in the next frame, and may ask for another in the one after. */
function drawFrames(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const frame = (left: number) => (left ? requestAnimationFrame(() => frame(left - 1)) : resolve());
        frame(4);
      }),
  );
}
