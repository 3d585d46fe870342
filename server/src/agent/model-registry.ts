import type { LanguageModelV4 } from "@ai-sdk/provider";
import { ErrandError } from "../errors.ts";
import { createLazyModel } from "./lazy-model.ts";

interface ModelSettings {
  /** `ERRAND_MODEL`: the model of every site that names none. */
  model: string;
  /** `ERRAND_MODEL_BASE_URL`: where `compatible:` models answer, up to and without `/chat/completions`. */
  baseUrl?: string | undefined;
  /** `ERRAND_MODEL_API_KEY`: sent as a bearer token when given. */
  apiKey?: string | undefined;
  fetch?: typeof globalThis.fetch | undefined;
}

export interface ModelRegistry {
  /**
   * The model that a spec names; null means the operator's default.
   * @throws ErrandError `invalid_request` for a spec that cannot be served here.
   */
  resolve(spec: string | null): LanguageModelV4;
}

const VALID = "`built-in` or `compatible:<model-id>`";
const COMPATIBLE = "compatible:";

/**
 * The models of this server, made once each.
 * @throws Error with a sentence that names the setting at fault.
 */
export function createModelRegistry(settings: ModelSettings): ModelRegistry {
  const models = new Map<string, LanguageModelV4>();
  const create = (spec: string): LanguageModelV4 | string => {
    if (spec === "built-in") return createBuiltIn();
    const modelId = spec.startsWith(COMPATIBLE) ? spec.slice(COMPATIBLE.length) : "";
    if (modelId === "") return `"${spec}" is not a model that this server knows; use ${VALID}`;
    return createCompatible(modelId, settings);
  };
  const find = (spec: string): LanguageModelV4 | string => {
    const model = models.get(spec) ?? create(spec);
    if (typeof model !== "string") models.set(spec, model);
    return model;
  };

  const standard = find(settings.model);
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

function createCompatible(modelId: string, settings: ModelSettings): LanguageModelV4 | string {
  const { baseUrl, apiKey, fetch } = settings;
  if (!baseUrl)
    return `"${COMPATIBLE}${modelId}" needs ERRAND_MODEL_BASE_URL, such as https://llm.example/v1`;
  if (!/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? "")) {
    return `ERRAND_MODEL_BASE_URL "${baseUrl}" must be an http or https URL, such as https://llm.example/v1`;
  }
  return createLazyModel({ provider: "compatible", modelId }, async () => {
    const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
    const provider = createOpenAICompatible({
      name: "compatible",
      baseURL: baseUrl,
      includeUsage: true,
      ...(apiKey ? { apiKey } : {}),
      ...(fetch ? { fetch } : {}),
    });
    return provider.chatModel(modelId);
  });
}
