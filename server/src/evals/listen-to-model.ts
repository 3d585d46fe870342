import type { LanguageModelV4 } from "@ai-sdk/provider";

/** A model, and what its newest answer says of itself: the built-in one names the parameter that it asks for. */
export function listenToModel(model: LanguageModelV4): {
  model: LanguageModelV4;
  asks(): string | undefined;
} {
  let asks: string | undefined;
  const listening: LanguageModelV4 = {
    specificationVersion: "v4",
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: (options) => model.doGenerate(options),
    async doStream(options) {
      asks = undefined;
      const answer = await model.doStream(options);
      const stream = answer.stream.pipeThrough(
        new TransformStream({
          transform(part, controller) {
            const said = part.type === "finish" ? part.providerMetadata?.["errand"]?.["asks"] : undefined;
            if (typeof said === "string") asks = said;
            controller.enqueue(part);
          },
        }),
      );
      return { ...answer, stream };
    },
  };
  return { model: listening, asks: () => asks };
}
