import type { EvalReport } from "@errand/shared/eval";
import { createActionStore } from "../actions/action-store.ts";
import { composeModels } from "../compose-models.ts";
import { ConfigError, type Config } from "../config.ts";
import { openSealerBesideServer } from "../credentials/open-sealer.ts";
import { createEgress } from "../egress/guarded-request.ts";
import { createEvalStore } from "../evals/eval-store.ts";
import { createEvalRunner } from "../evals/run-evals.ts";
import { createSiteStore } from "../sites/site-store.ts";
import { createTokenUsageStore } from "../sites/token-usage-store.ts";
import type { ServerData } from "./open-server-data.ts";

interface EvalsOptions {
  /** The site's id. */
  site: string;
  /** Asked instead of the site's own model. */
  model?: string | undefined;
}

/** Runs a site's sample conversations beside the server. @throws ConfigError for a site that has none */
export async function runEvals(
  { config: place, database }: ServerData,
  config: Config,
  { site: id, model }: EvalsOptions,
): Promise<EvalReport> {
  const site = await createSiteStore(database).get(id);
  const cases = site ? await createEvalStore(database).list(id) : [];
  if (!site) throw new ConfigError(`--site: there is no site "${id}" in this data`);
  if (cases.length === 0) throw new ConfigError(`--site: "${id}" has no sample conversations yet`);
  const { sealer } = await openSealerBesideServer({ database, ...place });
  const egress = createEgress({
    privateOrigins: config.privateOrigins,
    publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    ...(config.extraCa === undefined ? {} : { extraCa: config.extraCa }),
  });
  try {
    const { siteModels } = composeModels({ config, database, sealer, egress });
    const actions = createActionStore({ database, sealer, egress });
    const usage = createTokenUsageStore(database);
    return await createEvalRunner({ actions, siteModels, usage })({ site, cases, model });
  } finally {
    await egress.close();
  }
}

/** The report as lines: each case with what is wrong in it, and the sum. */
export function describeReport({ results, passed, failed }: EvalReport): string[] {
  const lines = results.flatMap(({ id, name, passed: isGood, faults, reply }) => [
    `${isGood ? "passed" : "FAILED"}  ${name || id}`,
    ...faults.map(({ message }) => `        ${message}`),
    ...(isGood || reply === "" ? [] : [`        It said: ${reply.replaceAll(/\s+/g, " ").slice(0, 200)}`]),
  ]);
  return [...lines, `${passed} passed, ${failed} failed`];
}
