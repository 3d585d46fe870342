import type { LanguageModelV4, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MODEL_SILENCE_MS, readModel } from "./read-model.ts";

const part = (delta: string): LanguageModelV4StreamPart => ({ type: "text-delta", id: "t", delta });

/** A model whose stream is this one; `signals` keeps what it was given to listen to. */
function createModel(
  stream: () => Promise<ReadableStream<LanguageModelV4StreamPart>>,
  signals: AbortSignal[] = [],
) {
  const doStream = async ({ abortSignal }: { abortSignal?: AbortSignal }) => {
    if (abortSignal) signals.push(abortSignal);
    return { stream: await stream() };
  };
  return { doStream } as unknown as LanguageModelV4;
}

async function collect(model: LanguageModelV4, signal = new AbortController().signal): Promise<unknown[]> {
  const parts: unknown[] = [];
  await readModel(model, { prompt: [] }, signal, (each) => parts.push(each) > 0);
  return parts;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a model's answer", () => {
  it("comes part by part, and leaves no timer behind", async () => {
    const stream = ReadableStream.from([part("a"), part("b")]);
    expect(await collect(createModel(async () => stream))).toEqual([part("a"), part("b")]);
    expect(vi.getTimerCount()).toBe(0);
  });

  const silences: [what: string, stream: () => Promise<ReadableStream<LanguageModelV4StreamPart>>][] = [
    ["never begins", () => new Promise(() => {})],
    ["never goes on", async () => new ReadableStream({ start: (control) => control.enqueue(part("a")) })],
  ];
  for (const [what, stream] of silences) {
    it(`is given up after a minute when it ${what}`, async () => {
      const signals: AbortSignal[] = [];
      const failed = expect(collect(createModel(stream, signals))).rejects.toThrow(
        `said nothing for ${MODEL_SILENCE_MS} ms`,
      );
      await vi.advanceTimersByTimeAsync(MODEL_SILENCE_MS - 1);
      expect(signals[0]?.aborted).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      await failed;
      expect(signals[0]?.aborted).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    });
  }

  it("may take as long as it likes while it goes on", async () => {
    const stream = new ReadableStream<LanguageModelV4StreamPart>({
      async start(control) {
        for (const delta of "abcd") {
          await new Promise((resolve) => setTimeout(resolve, MODEL_SILENCE_MS - 1));
          control.enqueue(part(delta));
        }
        control.close();
      },
    });
    const all = collect(createModel(async () => stream));
    await vi.advanceTimersByTimeAsync(MODEL_SILENCE_MS * 4);
    expect(await all).toHaveLength(4);
  });

  const deaf: typeof silences = [
    ["never begins", () => new Promise(() => {})],
    ["never ends", async () => new ReadableStream({ cancel: () => new Promise(() => {}) })],
  ];
  for (const [what, stream] of deaf) {
    it(`ends at once when it is stopped, although the model does not listen and ${what}`, async () => {
      const stop = new AbortController();
      const stopped = expect(collect(createModel(stream), stop.signal)).rejects.toBe("visitor");
      await vi.advanceTimersByTimeAsync(1);
      stop.abort("visitor");
      await stopped;
      expect(vi.getTimerCount()).toBe(0);
    });
  }

  it("is heard no further than is wanted, and its model is let go", async () => {
    const cancelled = Promise.withResolvers<void>();
    const stream = new ReadableStream({
      pull: (control) => control.enqueue(part("a")),
      cancel: () => cancelled.resolve(),
    });
    let heard = 0;
    const { signal } = new AbortController();
    await readModel(
      createModel(async () => stream),
      { prompt: [] },
      signal,
      () => (heard += 1) < 3,
    );
    await cancelled.promise;
    expect(heard).toBe(3);
  });
});
