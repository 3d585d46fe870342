import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { readUIMessageStream, type UIMessage, type UIMessageChunk } from "ai";
import { expect, it } from "vitest";
import type { ChatMessage, StreamChunk } from "@errand/shared/wire";
import { readChunks, type VisitorClient } from "./errand.ts";
import { calls, says } from "./scripted-model.ts";
import { useTurns } from "./turn-fixture.ts";

const turns = useTurns();
const WORDS = Array.from({ length: 60 }, (_, index) => `word${index} `);
const EVERY = 10;

/** A step that speaks, and waits before one word until it is let go on. */
function speakUntil(count: number): { reached: Promise<void>; goOn(): void } {
  const reached = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  async function* speak(): AsyncGenerator<LanguageModelV4StreamPart> {
    let said = 0;
    for (const part of says(...WORDS)) {
      if (part.type === "text-delta" && said === count) {
        reached.resolve();
        await gate.promise;
      }
      if (part.type === "text-delta") said += 1;
      yield part;
    }
  }
  turns.model.steps.push(speak());
  return { reached: reached.promise, goOn: () => gate.resolve() };
}

/** Reads so many events of a stream and goes away, as a tab does that is reloaded. */
async function leaveAfter(response: Response, events: number): Promise<void> {
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ""; text.split("\n\n").length <= events;) {
    const { done, value = "" } = await reader.read();
    if (done) break;
    text += value;
  }
  await reader.cancel();
}

/** The message that the AI SDK's client makes of a stream. */
async function assemble(chunks: StreamChunk[]): Promise<UIMessage | undefined> {
  const stream = ReadableStream.from(chunks as UIMessageChunk[]);
  let message: UIMessage | undefined;
  for await (const state of readUIMessageStream({ stream })) message = state;
  return message;
}

const essence = (message: UIMessage | ChatMessage | undefined): unknown => ({
  id: message?.id,
  parts: message?.parts.map((part) => {
    if (part.type === "text") return part.text;
    return "state" in part ? [part.type, part.state, "output" in part ? part.output : undefined] : part.type;
  }),
});

const send = (visitor: VisitorClient): Promise<Response> =>
  visitor.fetch("POST", "/v1/chat", {
    id: turns.conversation,
    message: { id: "msg_reloaded_01", role: "user", parts: [{ type: "text", text: "Where is ORD-1?" }] },
  });

for (let count = 0; count < WORDS.length; count += EVERY) {
  it(`a tab reloaded after ${count} words ends with the message that another tab saw whole`, async () => {
    turns.model.steps.push(calls(["lookup_order", { order: "ORD-1" }]));
    const speech = speakUntil(count);
    const visitor = await turns.openSession();
    const reloaded = await send(visitor);
    await speech.reached;
    const other = await visitor.fetch("GET", `/v1/chat/${turns.conversation}/stream`);
    await leaveAfter(reloaded, count);
    expect((await visitor.history(turns.conversation)).map(({ role }) => role)).toEqual(["user"]);
    const resumed = await visitor.fetch("GET", `/v1/chat/${turns.conversation}/stream`);
    speech.goOn();
    const [whole, again] = await Promise.all([readChunks(other), readChunks(resumed)]);
    expect(again).toEqual(whole);
    const [, stored] = await visitor.history(turns.conversation);
    expect(essence(await assemble(again))).toEqual(essence(stored));
    expect(essence(stored)).toMatchObject({
      parts: [
        "step-start",
        ["dynamic-tool", "output-available", { state: "succeeded" }],
        "step-start",
        WORDS.join(""),
      ],
    });
    expect(turns.endpoint.seen).toHaveLength(1);
  });
}
