import type { LanguageModelV4 } from "@ai-sdk/provider";

/** A model whose adapter is loaded with the first call: a server that needs none pays nothing for it. */
export function createLazyModel(
  name: { provider: string; modelId: string },
  load: () => Promise<LanguageModelV4>,
): LanguageModelV4 {
  let loading: Promise<LanguageModelV4> | undefined;
  const model = (): Promise<LanguageModelV4> => (loading ??= load());
  return {
    ...name,
    specificationVersion: "v4",
    supportedUrls: {},
    doGenerate: async (options) => (await model()).doGenerate(options),
    doStream: async (options) => (await model()).doStream(options),
  };
}
