import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isNeeded } from "../action-tool.ts";
import { decide } from "./decide.ts";
import { actions, answer, model, toOptions, type Line } from "./shop.fixture.ts";

const NO_USAGE = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

test("text streams word by word", async () => {
  expect(await streamOf(["thank you"])).toEqual([
    { type: "stream-start", warnings: [] },
    { type: "response-metadata", modelId: "built-in" },
    { type: "text-start", id: "text" },
    { type: "text-delta", id: "text", delta: "You " },
    { type: "text-delta", id: "text", delta: "are " },
    { type: "text-delta", id: "text", delta: "welcome!" },
    { type: "text-end", id: "text" },
    { type: "finish", usage: NO_USAGE, finishReason: { unified: "stop", raw: undefined } },
  ]);
});

test("a call streams its input and ends for tool calls", async () => {
  const parts = await streamOf(["Where is my order ORD-1?"]);
  const call = parts.find((part) => part.type === "tool-call");
  const id = call?.toolCallId ?? "";
  const input = '{"order_number":"ORD-1"}';
  expect(id).toMatch(/^call_[0-9a-f]{24}$/);
  expect(parts.slice(2)).toEqual([
    { type: "tool-input-start", id, toolName: "lookup_order" },
    { type: "tool-input-delta", id, delta: input },
    { type: "tool-input-end", id },
    { type: "tool-call", toolCallId: id, toolName: "lookup_order", input },
    { type: "finish", usage: NO_USAGE, finishReason: { unified: "tool-calls", raw: undefined } },
  ]);
});

test("the same prompt gives the same parts, a longer one another call id", async () => {
  const first = await streamOf(["Where is my order ORD-1?"]);
  expect(await streamOf(["Where is my order ORD-1?"])).toEqual(first);
  const later = await streamOf(["hello", "Where is my order ORD-1?"]);
  const idsOf = (parts: LanguageModelV4StreamPart[]) =>
    parts.flatMap((part) => (part.type === "tool-call" ? [part.toolCallId] : []));
  expect(idsOf(later)).not.toEqual(idsOf(first));
});

test("doGenerate answers with what doStream streams", async () => {
  const { content, finishReason, usage } = await model.doGenerate(toOptions(["bye"]));
  expect({ content, finishReason, usage }).toEqual({
    content: [{ type: "text", text: "Goodbye!" }],
    finishReason: { unified: "stop", raw: undefined },
    usage: NO_USAGE,
  });
});

test("an aborted call is rejected with the signal's reason", async () => {
  const options = { ...toOptions(["hello"]), abortSignal: AbortSignal.abort(new Error("Stopped.")) };
  await expect(model.doStream(options)).rejects.toThrow("Stopped.");
  await expect(model.doGenerate(options)).rejects.toThrow("Stopped.");
});

test("an abort ends a running stream with the signal's reason", async () => {
  const controller = new AbortController();
  const { stream } = await model.doStream({ ...toOptions(["hello"]), abortSignal: controller.signal });
  const read: string[] = [];
  const reading = (async () => {
    for await (const part of stream) {
      read.push(part.type);
      if (part.type === "text-delta") controller.abort(new Error("Stopped."));
    }
  })();
  await expect(reading).rejects.toThrow("Stopped.");
  expect(read.filter((type) => type === "text-delta").length).toBeLessThan(3);
});

test("no tool is called when the caller forbids tools", async () => {
  const options = { ...toOptions(["Where is my order ORD-1?"]), toolChoice: { type: "none" as const } };
  const { content } = await model.doGenerate(options);
  expect(content).toMatchObject([{ type: "text" }]);
});

test("a tool without the owner's words is found and filled by its schema", async () => {
  const options = toOptions(["Change the theme: dark"]);
  const { content } = await model.doGenerate({
    ...options,
    tools: [
      {
        type: "function",
        name: "change_theme",
        description: "Switches the colours of the page.",
        inputSchema: {
          type: "object",
          properties: { theme: { type: "string", enum: ["light", "dark"] }, days: { type: "integer" } },
          required: ["theme"],
        },
      },
    ],
  });
  expect(content).toMatchObject([{ toolName: "change_theme", input: '{"theme":"dark"}' }]);
});

const phrase = fc.constantFrom(
  "Where is my order?",
  "cancel my order",
  "create a ticket:",
  "book a table",
  "ORD-1001",
  "no,",
  "never mind",
  "yes",
  "tomorrow at 10:30",
  "a@b.co",
  "+994 50 123 45 67",
  "constructor",
  "__proto__",
  "description is",
  "4",
  '"quoted"',
  "try again",
  "Sifarişim haradadır?",
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.array(phrase, { maxLength: 5 }).map((parts) => parts.join(" ")),
);
const line: fc.Arbitrary<Line> = fc.oneof(
  { weight: 5, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.record({
      call: fc.constantFrom("lookup_order", "create_ticket", "gone"),
      input: fc.dictionary(fc.string(), fc.jsonValue()),
      result: fc.oneof(
        fc.constant("denied" as const),
        fc.record({ outcome: fc.constantFrom("ok", "remote_error", "unknown"), data: fc.jsonValue() }),
      ),
    }),
  },
);

test("whatever is said, it answers, calls only what is offered and leaves no required argument out", () => {
  const needs = new Map(
    actions.map((each) => [each.identifier, each.parameters.filter(isNeeded).map(({ name }) => name)]),
  );
  const check = (lines: Line[], locale: string) => {
    const { text, calls } = decide(toOptions(lines, { locale }), new Date("2026-05-04T10:00:00Z"));
    if (calls.length === 0) expect(text).not.toBe("");
    for (const { tool, values } of calls)
      expect(Object.keys(values)).toEqual(expect.arrayContaining(needs.get(tool.identifier) ?? ["?"]));
  };
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom("en", "az", "en-US", "zh-TW"), check),
    { numRuns: 300 },
  );
});

test("a prompt without a message is greeted", async () => {
  expect(await answer([])).toContain("Hello! I am the assistant of Acme.");
});

async function streamOf(lines: Line[]): Promise<LanguageModelV4StreamPart[]> {
  const { stream } = await model.doStream(toOptions(lines));
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}
