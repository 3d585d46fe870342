import type { LanguageModelV4 } from "@ai-sdk/provider";
import { evalCaseSchema, type EvalView } from "@errand/shared/eval";
import { siteSettingsSchema } from "@errand/shared/site";
import { expect, test } from "vitest";
import { createEvalRunner } from "./run-evals.ts";

const site = {
  id: "site_1",
  settings: siteSettingsSchema.parse({ name: "Shop", model: "compatible:qwen" }),
  createdAt: "2026-05-04T10:00:00Z",
  updatedAt: "2026-05-04T10:00:00Z",
};
const cases: EvalView[] = ["evl_1", "evl_2"].map((id) => ({
  ...evalCaseSchema.parse({ turns: ["hello"], expected: { action: null } }),
  id,
  createdAt: site.createdAt,
  updatedAt: site.updatedAt,
}));

/** A runner whose models all fail, and the names of those that were asked for. */
function createFailing(reason = "The model is out of order.") {
  const asked: (string | null)[] = [];
  const fail = () => Promise.reject(new Error(reason));
  const model: LanguageModelV4 = {
    specificationVersion: "v4",
    provider: "test",
    modelId: "failing",
    supportedUrls: {},
    doGenerate: fail,
    doStream: fail,
  };
  const run = createEvalRunner({
    actions: { list: async () => [] },
    siteModels: {
      async of({ settings }) {
        asked.push(settings.model);
        return { model, fallback: undefined, dailyTokenBudget: null };
      },
    },
    usage: { add: async () => {}, today: async () => ({ inputTokens: 0, outputTokens: 0 }) },
  });
  return { run, asked };
}

test("a model that fails is a fault of each case, with the reason", async () => {
  const { run, asked } = createFailing();
  const { results, failed } = await run({ site, cases });
  expect(failed).toBe(2);
  expect(results.map(({ id, chosen, faults }) => ({ id, chosen, faults }))).toEqual(
    ["evl_1", "evl_2"].map((id) => ({
      id,
      chosen: null,
      faults: [
        {
          kind: "no_answer",
          was: "The model is out of order.",
          wanted: null,
          message: "The model gave no answer: The model is out of order.",
        },
      ],
    })),
  );
  await run({ site, cases, model: "built-in" });
  expect(asked).toEqual(["compatible:qwen", "built-in"]);
});

test("a key that a vendor repeats in its refusal is not told", async () => {
  const { run } = createFailing("Incorrect API key provided: sk-proj-abc123**********wxyz. See the docs.");
  const [result] = (await run({ site, cases })).results;
  expect(result?.faults.map(({ message }) => message)).toEqual([
    "The model gave no answer: Incorrect API key provided: [redacted] See the docs.",
  ]);
});

test("a run that nobody waits for any more goes no further", async () => {
  const { run } = createFailing();
  await expect(run({ site, cases, signal: AbortSignal.abort(new Error("Gone.")) })).rejects.toThrow("Gone.");
});
