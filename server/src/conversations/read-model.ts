import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";

/** How long a model may be silent before it is given up, in milliseconds. */
export const MODEL_SILENCE_MS = 60_000;

/** Hears a part of a model's answer; false when it has heard enough. */
type Hear = (part: LanguageModelV4StreamPart) => boolean;

/**
 * Hands over the parts of a model's answer as they come. A model that is silent for too long, or does not listen to
 * `signal`, is left behind.
 * @throws what aborted `signal`, Error after `MODEL_SILENCE_MS` without any part, and what `hear` throws
 */
export async function readModel(
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
  signal: AbortSignal,
  hear: Hear,
): Promise<void> {
  const patience = createPatience(signal);
  let reader: ReadableStreamDefaultReader<LanguageModelV4StreamPart> | undefined;
  // Not awaited: a model that hangs may never confirm.
  const leave = (): void => void reader?.cancel().catch(() => {});
  try {
    const asked = model.doStream({ ...options, abortSignal: patience.signal });
    const { stream } = await Promise.race([asked, patience.lost]);
    reader = stream.getReader();
    // A reader that leaves has its wait ended at once, whatever the model does.
    patience.signal.addEventListener("abort", leave);
    for (;;) {
      const { done, value } = await reader.read();
      patience.signal.throwIfAborted();
      if (done) return;
      patience.restart();
      if (!hear(value)) return;
    }
  } catch (error) {
    patience.signal.throwIfAborted();
    throw error;
  } finally {
    patience.end();
    leave();
  }
}

/** A signal that follows another, and aborts when nothing has restarted it for too long. */
function createPatience(signal: AbortSignal): {
  signal: AbortSignal;
  /** Rejects when the signal aborts. */
  lost: Promise<never>;
  restart(): void;
  end(): void;
} {
  const abort = new AbortController();
  const lost = Promise.withResolvers<never>();
  // Nobody may be waiting when it happens.
  lost.promise.catch(() => {});
  const lose = (reason: unknown): void => {
    abort.abort(reason);
    lost.reject(reason);
  };
  const follow = (): void => lose(signal.reason);
  const ring = (): void => lose(new Error(`The model said nothing for ${MODEL_SILENCE_MS} ms.`));
  const timer = setTimeout(ring, MODEL_SILENCE_MS);
  if (signal.aborted) follow();
  else signal.addEventListener("abort", follow);
  return {
    signal: abort.signal,
    lost: lost.promise,
    restart: () => void timer.refresh(),
    end() {
      clearTimeout(timer);
      signal.removeEventListener("abort", follow);
    },
  };
}
