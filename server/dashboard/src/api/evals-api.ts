import type { EvalCase, EvalReport, EvalView } from "@errand/shared/eval";
import { send } from "./owner-api.ts";
import { sitePath } from "./site-path.ts";

/** The calls about a site's sample conversations. Each throws ApiError. */
export const evalsApi = {
  list: async (site: string) => (await send<{ items: EvalView[] }>("GET", sitePath(site, "evals"))).items,
  add: (site: string, sample: EvalCase) => send<EvalView>("POST", sitePath(site, "evals"), sample),
  replace: (site: string, id: string, sample: EvalCase) =>
    send<EvalView>("PUT", sitePath(site, "evals", id), sample),
  remove: (site: string, id: string) => send<void>("DELETE", sitePath(site, "evals", id)),
  /** Asks the site's model; every case without `ids`. */
  run: (site: string, ids?: string[]) =>
    send<EvalReport>("POST", sitePath(site, "evals", "run"), ids ? { ids } : {}),
};
