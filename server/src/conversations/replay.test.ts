import { readUIMessageStream, type UIMessage, type UIMessageChunk } from "ai";
import fc from "fast-check";
import { expect, it } from "vitest";
import { toChatMessage, type StoredMessage, type StoredPart } from "./message.ts";
import { toChunks } from "./replay.ts";

const words = fc.string({ minLength: 1, maxLength: 12 });
const toolMetadata = { name: "Look up", labels: { order: "Order" }, changes: false };
const approval = fc.constantFrom({}, { approval: { id: "apr_1" } });

const endings = fc.oneof(
  fc
    .record({ state: fc.constant("output-available"), durationMs: fc.nat(9_999) })
    .map(({ state, durationMs }) => ({
      state,
      output: { state: "succeeded", durationMs },
      told: { outcome: "ok", data: "for the model alone" },
    })),
  words.map((errorText) => ({ state: "output-error", errorText, told: { outcome: "timeout" } })),
  fc.constant({ state: "output-denied" }),
  fc.constant({ state: "input-available" }),
  fc.constant({ state: "approval-requested", approval: { id: "apr_2" } }),
);
const call = fc
  .record({ input: fc.dictionary(words, words), asked: approval, ending: endings })
  .map(({ input, asked, ending }) => ({
    type: "dynamic-tool",
    toolName: "lookup",
    title: "Looking…",
    digest: "0",
    input,
    toolMetadata,
    ...(ending.state === "input-available" ? {} : asked),
    ...ending,
  }));
const hidden = fc.constant({
  type: "dynamic-tool",
  toolName: "invented",
  state: "output-error",
  hidden: true,
  input: {},
});
const text = words.map((each) => ({ type: "text", text: each }));
const step = fc.array(fc.oneof(text, call, hidden), { maxLength: 4 });

const message = fc
  .record({
    steps: fc.array(step, { minLength: 1, maxLength: 3 }),
    status: fc.constantFrom("open", "complete"),
  })
  .map(({ steps, status }): StoredMessage => {
    const parts = steps
      .flatMap((each) => [{ type: "step-start" }, ...each])
      .map((part, index) => ("toolName" in part ? { ...part, toolCallId: `call_${index}` } : part));
    return {
      id: "msg_1",
      role: "assistant",
      parts: parts as StoredPart[],
      status,
      createdAt: "2026-01-01T00:00:00.000Z",
    };
  });

/** What the AI SDK's reader makes of the chunks. */
async function read(stored: StoredMessage): Promise<UIMessage> {
  const stream = ReadableStream.from(toChunks(stored) as UIMessageChunk[]);
  let last: UIMessage | undefined;
  const onError = (error: unknown): never => {
    throw error;
  };
  for await (const state of readUIMessageStream({ stream, onError, terminateOnError: true })) last = state;
  if (!last) throw new Error("the stream held no message");
  return last;
}

/** A part as JSON, without how far its text has come, which a stored part does not keep. */
function plain(part: object): unknown {
  const { state, ...rest } = part as { state?: string; type: string };
  return JSON.parse(JSON.stringify(rest.type === "text" ? rest : { ...rest, state }));
}

const visible = (parts: readonly { type: string }[]): unknown[] =>
  parts.filter(({ type }) => type !== "step-start").map(plain);

it("tells a stored reply so that the AI SDK's reader sees what a browser is shown of it", async () => {
  await fc.assert(
    fc.asyncProperty(message, async (stored) => {
      const shown = toChatMessage(stored);
      const replayed = await read(stored);
      expect(visible(replayed.parts)).toEqual(visible(shown.parts));
      expect([replayed.id, replayed.role, replayed.metadata]).toEqual([shown.id, shown.role, shown.metadata]);
      expect(JSON.stringify(replayed)).not.toContain("for the model alone");
    }),
    { numRuns: 200 },
  );
});

it("says finish once, and only when the reply is complete", () => {
  fc.assert(
    fc.property(message, (stored) => {
      const finishes = toChunks(stored).filter((chunk) => chunk.type === "finish");
      expect(finishes).toEqual(
        stored.status === "complete" ? [{ type: "finish", finishReason: "stop" }] : [],
      );
    }),
  );
});
