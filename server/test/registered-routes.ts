import type { Router } from "express";

/** One layer of an Express router, as far as routes are read from it. */
interface Layer {
  route?: { path: string; stack: { method?: string }[] };
  handle: unknown;
}

/** `METHOD /path` of every route that a router and those in it answer; mounted without a path of their own. */
export function registeredRoutes(router: Router): string[] {
  const found = (router.stack as unknown as Layer[]).flatMap(({ route, handle }) => {
    if (route) {
      const methods = new Set(route.stack.map(({ method }) => method?.toUpperCase() ?? "ALL"));
      return [...methods].map((method) => `${method} ${route.path}`);
    }
    return typeof handle === "function" && "stack" in handle ? registeredRoutes(handle as Router) : [];
  });
  return [...new Set(found)];
}
