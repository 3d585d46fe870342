import { createModelRegistry } from "@errand/server/agent/model-registry";
import { createEvalRunner } from "@errand/server/evals/run-evals";
import { actionSchema } from "@errand/shared/action";
import { evalCaseSchema } from "@errand/shared/eval";
import { siteSettingsSchema } from "@errand/shared/site";
import { describe, expect, it } from "vitest";
import { createActions } from "./actions.ts";
import { evals } from "./evals.ts";

const times = { createdAt: "2026-11-25T12:00:00Z", updatedAt: "2026-11-25T12:00:00Z" };
const site = { id: "site_shop", settings: siteSettingsSchema.parse({ name: "Kettle & Pine" }), ...times };
const actions = createActions("https://localhost:4443", "shop_key").map((action) => {
  const definition = { ...actionSchema.parse(action), auth: { type: "none" } as const };
  return { id: `act_${action.identifier}`, siteId: site.id, definition, ...times };
});
const cases = evals.map((sample, at) => ({ ...evalCaseSchema.parse(sample), id: `evl_${at}`, ...times }));

describe("the sample shop's conversations", () => {
  it("are at least 40, in eight languages, with names of their own", () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cases.map(({ locale }) => locale)).size).toBe(8);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it("all go as expected with the built-in model", async () => {
    const model = createModelRegistry({ model: "built-in" }).resolve(null);
    const runEvals = createEvalRunner({
      actions: { list: async () => actions },
      siteModels: { of: async () => ({ model, fallback: undefined, dailyTokenBudget: null }) },
      usage: { add: async () => {}, today: async () => ({ inputTokens: 0, outputTokens: 0 }) },
    });
    const { results } = await runEvals({ site, cases });
    const failed = results.filter(({ passed }) => !passed);
    expect(failed.map(({ name, faults, reply }) => ({ name, faults, reply }))).toEqual([]);
  });
});
