import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";

const DELTAS = 30;

const USAGE = {
  inputTokens: { total: 10, noCache: 10, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 30, text: 30, reasoning: 0 },
};

/** What a visitor asks for, by the first word of the message. */
export const MESSAGES = {
  order: "order ORD-123: where is it?",
  talk: "talk to me",
  wait: "wait with me",
};

/**
 * A model that takes no time: asked for an order it calls `look_up_order` and then says thirty words; else it says them
 * at once, and asked to wait it says one and nothing more.
 */
export const instantModel: LanguageModelV4 = {
  specificationVersion: "v4",
  provider: "bench",
  modelId: "instant",
  supportedUrls: {},
  doGenerate: () => Promise.reject(new TypeError("Turns are streamed")),
  async doStream({ prompt }) {
    const parts = answer(prompt);
    const isWaiting = parts.at(-1)?.type !== "finish";
    return {
      stream: new ReadableStream({
        start(controller) {
          for (const part of parts) controller.enqueue(part);
          if (!isWaiting) controller.close();
        },
      }),
    };
  },
};

function answer(prompt: LanguageModelV4CallOptions["prompt"]): LanguageModelV4StreamPart[] {
  const asked = prompt.findLast(({ role }) => role === "user")?.content;
  const text = typeof asked === "object" && asked[0]?.type === "text" ? asked[0].text : "";
  if (text.startsWith("wait")) return speak(1);
  if (!text.startsWith("order") || prompt.at(-1)?.role === "tool") return [...speak(DELTAS), finish("stop")];
  return [
    { type: "stream-start", warnings: [] },
    {
      type: "tool-call",
      toolCallId: "call_1",
      toolName: "look_up_order",
      input: JSON.stringify({ order_number: "ORD-123" }),
    },
    finish("tool-calls"),
  ];
}

function speak(count: number): LanguageModelV4StreamPart[] {
  const words = Array.from({ length: count }, (_, index) => `word${index} `);
  return [
    { type: "stream-start", warnings: [] },
    { type: "text-start", id: "t" },
    ...words.map((delta): LanguageModelV4StreamPart => ({ type: "text-delta", id: "t", delta })),
    ...(count === DELTAS ? [{ type: "text-end", id: "t" } as const] : []),
  ];
}

function finish(unified: "stop" | "tool-calls"): LanguageModelV4StreamPart {
  return { type: "finish", usage: USAGE, finishReason: { unified, raw: unified } };
}
