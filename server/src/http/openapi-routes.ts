import { Router } from "express";

/** `/openapi.json`: both APIs as one document, made when it is first asked for. */
export function openApiRoutes({ publicOrigin }: { publicOrigin: string }): Router {
  let document: Promise<object> | undefined;
  const router = Router();
  router.get("/openapi.json", async (_request, response) => {
    document ??= import("./openapi/document.ts").then(({ createOpenApiDocument }) =>
      createOpenApiDocument(publicOrigin),
    );
    response.set({ "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" });
    response.json(await document);
  });
  return router;
}
