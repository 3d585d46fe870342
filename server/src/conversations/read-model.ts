import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";

/** How long a model may be silent before it is given up, in milliseconds. */
export const MODEL_SILENCE_MS = 60_000;

/**
 * The parts of a model's answer. A model that is silent for too long, or does not listen to `signal`, is left behind.
 * @throws what aborted `signal`, or Error after `MODEL_SILENCE_MS` without any part
 */
export async function* readModel(
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
  signal: AbortSignal,
): AsyncGenerator<LanguageModelV4StreamPart, void> {
  const silence = createSilenceAlarm();
  const abortSignal = AbortSignal.any([signal, silence.signal]);
  const gone = rejectOnAbort(abortSignal);
  let reader: ReadableStreamDefaultReader<LanguageModelV4StreamPart> | undefined;
  try {
    silence.restart();
    const { stream } = await Promise.race([model.doStream({ ...options, abortSignal }), gone]);
    reader = stream.getReader();
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), gone]);
      if (done) return;
      silence.restart();
      yield value;
    }
  } finally {
    silence.clear();
    // Not awaited: a model that hangs may never confirm.
    reader?.cancel().catch(() => {});
  }
}

function createSilenceAlarm(): { signal: AbortSignal; restart(): void; clear(): void } {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const ring = (): void => abort.abort(new Error(`The model said nothing for ${MODEL_SILENCE_MS} ms.`));
  return {
    signal: abort.signal,
    restart() {
      if (timer) timer.refresh();
      else timer = setTimeout(ring, MODEL_SILENCE_MS);
    },
    clear: () => clearTimeout(timer),
  };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  const gone = Promise.withResolvers<never>();
  // Nobody may be waiting when it happens.
  gone.promise.catch(() => {});
  if (signal.aborted) gone.reject(signal.reason);
  signal.addEventListener("abort", () => gone.reject(signal.reason), { once: true });
  return gone.promise;
}
