import { APICallError, type LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { ModelTestResult } from "@errand/shared/site-model";
import { withoutKeys } from "../../agent/without-keys.ts";
import { readModel } from "../../conversations/read-model.ts";
import type { SiteModels } from "../../conversations/site-models.ts";
import { EgressError } from "../../egress/egress-error.ts";
import { ErrandError } from "../../errors.ts";
import type { Site } from "../../sites/site.ts";

/** How long a test waits for an answer, in milliseconds. */
const TIMEOUT_MS = 30_000;
const MAX_MESSAGE_LENGTH = 300;

const QUESTION: LanguageModelV4CallOptions = {
  prompt: [{ role: "user", content: [{ type: "text", text: "Answer with the one word: ready" }] }],
};

/** Asks the site's model one short question, and tells its owner what it said or what stood in the way. */
export async function tryModel(siteModels: Pick<SiteModels, "of">, site: Site): Promise<ModelTestResult> {
  const startedAt = performance.now();
  const end = (ok: boolean, message: string): ModelTestResult => ({
    ok,
    durationMs: Math.round(performance.now() - startedAt),
    message: message.slice(0, MAX_MESSAGE_LENGTH),
  });
  try {
    const { model } = await siteModels.of(site);
    let said = "";
    await readModel(model, QUESTION, AbortSignal.timeout(TIMEOUT_MS), (part) => {
      if (part.type === "error") throw part.error;
      if (part.type === "text-delta") said += part.delta;
      return true;
    });
    return said.trim() === "" ? end(false, "The model answered without a word.") : end(true, said.trim());
  } catch (error) {
    return end(false, explain(error));
  }
}

function explain(error: unknown): string {
  if (error instanceof ErrandError) return error.message;
  const egress = findEgressError(error);
  if (egress) return egress.ownerMessage;
  if (APICallError.isInstance(error)) {
    return error.statusCode === undefined
      ? "The model's address could not be reached."
      : `The vendor answered with status ${error.statusCode}: ${withoutKeys(error.message)}`;
  }
  if (error instanceof Error && error.name === "TimeoutError")
    return "The model did not answer in 30 seconds.";
  return "The answer was not in the vendor's format.";
}

function findEgressError(error: unknown): EgressError | undefined {
  for (let each = error; each instanceof Error; each = each.cause)
    if (each instanceof EgressError) return each;
  return undefined;
}
