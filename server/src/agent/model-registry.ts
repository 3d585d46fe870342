import type { LanguageModelV4 } from "@ai-sdk/provider";
import { ErrandError } from "../errors.ts";
import { createLazyModel } from "./lazy-model.ts";
import { createVendorModel, parseModelSpec, type VendorAccess } from "./vendors.ts";

interface ModelSettings extends VendorAccess {
  /** `ERRAND_MODEL`: the model of every site that names none. Base URL and key are those of its vendor. */
  model: string;
}

export interface ModelRegistry {
  /**
   * The model that a spec names, reached as the operator has set up; null means the operator's default.
   * @throws ErrandError `invalid_request` for a spec that cannot be served here.
   */
  resolve(spec: string | null): LanguageModelV4;
}

const VALID =
  "`built-in`, `openai:<model-id>`, `anthropic:<model-id>`, `google:<model-id>` or `compatible:<model-id>`";
const EXAMPLE = "such as https://llm.example/v1";

/**
 * The models of this server, made once each.
 * @throws Error with a sentence that names the setting at fault.
 */
export function createModelRegistry(settings: ModelSettings): ModelRegistry {
  const models = new Map<string, LanguageModelV4>();
  const operators = parseModelSpec(settings.model)?.vendor;
  const create = (spec: string): LanguageModelV4 | string => {
    if (spec === "built-in") return createBuiltIn();
    const named = parseModelSpec(spec);
    if (!named) return `"${spec}" is not a model that this server knows; use ${VALID}`;
    if (named.vendor !== operators) return `"${spec}" needs an API key or a base URL of the site's own`;
    const model = createVendorModel(named, settings);
    if (model === "apiKey") return `"${spec}" needs ERRAND_MODEL_API_KEY`;
    return model === "baseUrl" ? `"${spec}" needs ERRAND_MODEL_BASE_URL, ${EXAMPLE}` : model;
  };
  const find = (spec: string): LanguageModelV4 | string => {
    const model = models.get(spec) ?? create(spec);
    if (typeof model !== "string") models.set(spec, model);
    return model;
  };
  const standard = findBaseUrlFault(settings.baseUrl) ?? find(settings.model);
  if (typeof standard === "string") throw new Error(`ERRAND_MODEL: ${standard}.`);
  return {
    resolve(spec) {
      const model = spec === null ? standard : find(spec);
      if (typeof model === "string") throw new ErrandError("invalid_request", `Model: ${model}.`);
      return model;
    },
  };
}

function createBuiltIn(): LanguageModelV4 {
  return createLazyModel({ provider: "errand", modelId: "built-in" }, async () => {
    const { createBuiltInModel } = await import("./built-in/model.ts");
    return createBuiltInModel();
  });
}

function findBaseUrlFault(baseUrl: string | undefined): string | undefined {
  if (baseUrl === undefined || /^https?:$/.test(URL.parse(baseUrl)?.protocol ?? "")) return undefined;
  return `ERRAND_MODEL_BASE_URL "${baseUrl}" must be an http or https URL, ${EXAMPLE}`;
}
