import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { APICallError, type LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { afterEach, expect, test } from "vitest";
import { toActionTool } from "./action-tool.ts";
import { lookUpOrder, toOptions } from "./built-in/shop.fixture.ts";
import { createModelRegistry } from "./model-registry.ts";

const BASE_URL = "https://llm.example/v1";
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

const REFUSED: [string, string | undefined, string][] = [
  [
    "openai:gpt-5",
    undefined,
    'ERRAND_MODEL: "openai:gpt-5" is not a model that this server knows; use `built-in` or `compatible:<model-id>`.',
  ],
  [
    "compatible:",
    BASE_URL,
    'ERRAND_MODEL: "compatible:" is not a model that this server knows; use `built-in` or `compatible:<model-id>`.',
  ],
  [
    "compatible:qwen",
    undefined,
    'ERRAND_MODEL: "compatible:qwen" needs ERRAND_MODEL_BASE_URL, such as https://llm.example/v1.',
  ],
  [
    "compatible:qwen",
    "llm.example",
    'ERRAND_MODEL: ERRAND_MODEL_BASE_URL "llm.example" must be an http or https URL, such as https://llm.example/v1.',
  ],
];

for (const [model, baseUrl, message] of REFUSED) {
  test(`the start stops for ERRAND_MODEL ${model} with the base URL ${baseUrl}`, () => {
    expect(() => createModelRegistry({ model, baseUrl })).toThrow(new Error(message));
  });
}

test("a site without a model of its own gets the operator's default", () => {
  const registry = createModelRegistry({ model: "compatible:qwen", baseUrl: BASE_URL });
  expect(registry.resolve(null).modelId).toBe("qwen");
  expect(registry.resolve("built-in").modelId).toBe("built-in");
  expect(registry.resolve("compatible:llama").modelId).toBe("llama");
});

test("a spec that cannot be served is an invalid request that lists the valid ones", () => {
  const registry = createModelRegistry({ model: "built-in" });
  expect(() => registry.resolve("google:gemini")).toThrow(
    expect.objectContaining({
      code: "invalid_request",
      message:
        'Model: "google:gemini" is not a model that this server knows; use `built-in` or `compatible:<model-id>`.',
    }),
  );
});

test("a compatible model gets the tools and its streamed call comes out whole", async () => {
  const seen: { url?: string; authorization?: string; body?: unknown } = {};
  const baseUrl = await listen((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      Object.assign(seen, {
        url: request.url,
        authorization: request.headers.authorization,
        body: JSON.parse(body),
      });
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(chunk({ role: "assistant", content: "One " }));
      response.write(chunk({ content: "moment." }));
      response.write(
        chunk({ tool_calls: [{ index: 0, id: "c1", function: { name: "lookup_order", arguments: "" } }] }),
      );
      response.write(chunk({ tool_calls: [{ index: 0, function: { arguments: '{"order_num' } }] }));
      response.write(chunk({ tool_calls: [{ index: 0, function: { arguments: 'ber":"ORD-1"}' } }] }));
      response.write(chunk({}, "tool_calls"));
      response.end("data: [DONE]\n\n");
    });
  });
  const parts = await streamFrom(baseUrl);

  const tool = toActionTool(lookUpOrder);
  expect(seen).toEqual({
    url: "/v1/chat/completions",
    authorization: "Bearer key-1",
    body: {
      model: "qwen",
      messages: [{ role: "user", content: "Where is my order ORD-1?" }],
      stream: true,
      stream_options: { include_usage: true },
      tools: [
        {
          type: "function",
          function: { name: tool.name, description: tool.description, parameters: tool.inputSchema },
        },
      ],
    },
  });
  const text = parts.flatMap((part) => (part.type === "text-delta" ? [part.delta] : []));
  expect(text).toEqual(["One ", "moment."]);
  expect(parts.filter((part) => part.type === "tool-call")).toEqual([
    { type: "tool-call", toolCallId: "c1", toolName: "lookup_order", input: '{"order_number":"ORD-1"}' },
  ]);
  expect(parts.at(-1)).toMatchObject({ type: "finish", finishReason: { unified: "tool-calls" } });
});

test("a compatible model that is too busy rejects with status 429, to be tried again", async () => {
  const baseUrl = await listen((_, response) => {
    response.writeHead(429, { "content-type": "application/json", "retry-after": "7" });
    response.end(JSON.stringify({ error: { message: "Slow down." } }));
  });
  const error = await streamFrom(baseUrl).catch((thrown: unknown) => thrown);
  expect(APICallError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({
    statusCode: 429,
    isRetryable: true,
    message: "Slow down.",
    responseHeaders: { "retry-after": "7" },
  });
});

test("a stream that breaks in the middle of a call fails and calls nothing", async () => {
  const begun: ServerResponse[] = [];
  const baseUrl = await listen((_, response) => {
    begun.push(response);
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(
      chunk({ tool_calls: [{ index: 0, id: "c1", function: { name: "lookup_order", arguments: '{"ord' } }] }),
    );
  });
  const parts: string[] = [];
  const reading = streamFrom(baseUrl, (part) => {
    parts.push(part.type);
    if (part.type === "tool-input-start") begun[0]?.destroy();
  });
  await expect(reading).rejects.toMatchObject({
    name: "AI_APICallError",
    message: "Failed to process successful response",
    cause: { message: "terminated" },
  });
  expect(parts).toContain("tool-input-start");
  expect(parts).not.toContain("tool-call");
});

test("a stream that ends without a reason ends in an error", async () => {
  const baseUrl = await listen((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(chunk({ content: "Your order" }));
  });
  const parts = await streamFrom(baseUrl);
  expect(parts.find((part) => part.type === "error")).toMatchObject({
    error: { message: "Response stream ended without a finish reason." },
  });
  expect(parts.at(-1)).toMatchObject({ type: "finish", finishReason: { unified: "error" } });
});

function chunk(delta: object, finishReason: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finishReason }];
  return `data: ${JSON.stringify({ id: "r1", object: "chat.completion.chunk", choices })}\n\n`;
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

async function streamFrom(baseUrl: string, onPart = (_part: LanguageModelV4StreamPart): void => undefined) {
  const registry = createModelRegistry({ model: "compatible:qwen", baseUrl, apiKey: "key-1" });
  const { stream } = await registry
    .resolve(null)
    .doStream(toOptions(["Where is my order ORD-1?"], { offered: [lookUpOrder] }));
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) {
    onPart(part);
    parts.push(part);
  }
  return parts;
}
