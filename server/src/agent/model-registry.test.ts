import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { afterEach, expect, test } from "vitest";
import { lookUpOrder, toOptions } from "./built-in/shop.fixture.ts";
import { createModelRegistry } from "./model-registry.ts";

const BASE_URL = "https://llm.example/v1";
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

const REFUSED: [string, string | undefined, string][] = [
  ["openai:gpt-5", undefined, 'ERRAND_MODEL: "openai:gpt-5" needs ERRAND_MODEL_API_KEY.'],
  [
    "compatible:",
    BASE_URL,
    'ERRAND_MODEL: "compatible:" is not a model that this server knows; use `built-in`, `openai:<model-id>`, `anthropic:<model-id>`, `google:<model-id>` or `compatible:<model-id>`.',
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
      message: 'Model: "google:gemini" needs an API key or a base URL of the site\'s own.',
    }),
  );
  expect(() => registry.resolve("nobody:x")).toThrow(
    expect.objectContaining({
      code: "invalid_request",
      message:
        'Model: "nobody:x" is not a model that this server knows; use `built-in`, `openai:<model-id>`, `anthropic:<model-id>`, `google:<model-id>` or `compatible:<model-id>`.',
    }),
  );
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
