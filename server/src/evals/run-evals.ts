import type { EvalReport, EvalResult, EvalView } from "@errand/shared/eval";
import type { StoredAction } from "../actions/stored-action.ts";
import type { TurnDependencies } from "../conversations/turn-context.ts";
import type { Site } from "../sites/site.ts";
import { judgeCase } from "./judge-case.ts";
import { observeCase } from "./observe-case.ts";

/** Cases under way at a time: a model behind a network answers several as soon as one. */
const AT_ONCE = 4;

interface EvalRunnerOptions extends Pick<TurnDependencies, "siteModels" | "usage"> {
  actions: { list(siteId: string): Promise<readonly StoredAction[]> };
  now?: () => Date;
}

/** What is run: a site's cases, by its own model or the one that is named. */
export interface EvalRun {
  site: Site;
  cases: readonly EvalView[];
  model?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Runs cases and reports how each went. @throws ErrandError `invalid_request` for a model that cannot be served */
export type RunEvals = (run: EvalRun) => Promise<EvalReport>;

export function createEvalRunner(options: EvalRunnerOptions): RunEvals {
  const { actions, siteModels, usage, now = () => new Date() } = options;
  return async ({ site: saved, cases, model, signal }) => {
    const settings = { ...saved.settings, ...(model === undefined ? {} : { model }) };
    const site = { ...saved, settings };
    const siteModel = await siteModels.of(site);
    const setting = { site, siteModel, usage, actions: await actions.list(site.id), now: now() };
    const results: EvalResult[] = [];
    const waiting = cases.map((sample, at) => ({ sample, at }));
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        signal?.throwIfAborted();
        const startedMs = performance.now();
        const observed = await observeCase(setting, next.sample);
        const durationMs = Math.round(performance.now() - startedMs);
        results[next.at] = { ...judgeCase(next.sample, observed, setting.actions), durationMs };
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const passed = results.filter((result) => result.passed).length;
    return { results, passed, failed: results.length - passed };
  };
}
