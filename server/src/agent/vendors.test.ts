import { APICallError, type LanguageModelV4, type LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  breaksAfter,
  KEY,
  refuses,
  startVendor,
  streams,
  WIRES,
  type VendorServer,
} from "../../test/vendor-wire.ts";
import { lookUpOrder, toOptions } from "./built-in/shop.fixture.ts";
import { CACHED, UNSTORED } from "./vendor-options.ts";
import { createVendorModel, originOfVendor, parseModelSpec } from "./vendors.ts";

let server: VendorServer;
beforeEach(async () => {
  server = await startVendor();
});
afterEach(() => server.close());

const ANSWER = {
  words: ["One ", "moment."],
  call: { name: "lookup_order", args: { order_number: "ORD-1" } },
};

function modelOf(vendor: string): LanguageModelV4 {
  const model = createVendorModel({ vendor, modelId: "small-1" }, { baseUrl: server.baseUrl, apiKey: KEY });
  if (typeof model === "string") throw new Error(`the model lacks its ${model}`);
  return model;
}

async function ask(vendor: string): Promise<LanguageModelV4StreamPart[]> {
  const options = toOptions(["Where is my order ORD-1?"], { offered: [lookUpOrder] });
  const { stream } = await modelOf(vendor).doStream(options);
  return Array.fromAsync(stream);
}

describe.each(Object.entries(WIRES))("a model of %s", (vendor, wire) => {
  it("is asked with the key, the tools and the message, and its streamed call comes out whole", async () => {
    server.answers.push(streams(wire, ANSWER));
    const parts = await ask(vendor);
    expect(server.requests.map(({ path }) => path)).toEqual([wire.path("small-1")]);
    expect(server.requests[0]?.headers).toMatchObject(wire.authorization);
    const body = JSON.stringify(server.requests[0]?.body);
    for (const said of ["lookup_order", "order_number", "Where is my order ORD-1?"])
      expect(body).toContain(said);
    const deltas = parts.flatMap((part) => (part.type === "text-delta" && part.delta ? [part.delta] : []));
    expect(deltas).toEqual(ANSWER.words);
    const calls = parts.flatMap((part) => (part.type === "tool-call" ? [[part.toolName, part.input]] : []));
    expect(calls).toEqual([["lookup_order", JSON.stringify(ANSWER.call.args)]]);
    expect(parts.at(-1)).toMatchObject({
      type: "finish",
      finishReason: { unified: "tool-calls" },
      usage: { inputTokens: { total: 11 }, outputTokens: { total: 7 } },
    });
  });

  it("that is too busy says so, and when to come again", async () => {
    server.answers.push(refuses(wire, 429, { "retry-after": "7" }));
    const error = await ask(vendor).catch((thrown: unknown) => thrown);
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      statusCode: 429,
      isRetryable: true,
      message: "Slow down.",
      responseHeaders: { "retry-after": "7" },
    });
  });

  it("whose answer breaks off in a call calls nothing", async () => {
    server.answers.push(breaksAfter(wire, ANSWER, wire.events(ANSWER).length - 3));
    const parts: LanguageModelV4StreamPart[] = [];
    const reading = ask(vendor).then((read) => parts.push(...read));
    const failed = await reading.then(
      () => parts.some((part) => part.type === "error"),
      () => true,
    );
    expect(failed).toBe(true);
    expect(parts.filter((part) => part.type === "tool-call")).toEqual([]);
  });
});

it("what an endpoint of OpenAI is sent may not be stored there", async () => {
  server.answers.push(streams(WIRES["openai"] ?? never(), { words: ["Hi."] }));
  const options = { ...toOptions(["Hi"]), providerOptions: UNSTORED };
  await Array.fromAsync((await modelOf("openai").doStream(options)).stream);
  expect(server.requests[0]?.body).toMatchObject({ store: false, stream: true });
});

it("Anthropic may keep the beginning that is marked", async () => {
  server.answers.push(streams(WIRES["anthropic"] ?? never(), { words: ["Hi."] }));
  const [...messages] = toOptions(["Hi"]).prompt.filter(({ role }) => role !== "system");
  const system = { role: "system" as const, content: "You are the assistant.", providerOptions: CACHED };
  const options = { ...toOptions(["Hi"]), prompt: [system, ...messages] };
  await Array.fromAsync((await modelOf("anthropic").doStream(options)).stream);
  expect(server.requests[0]?.body).toMatchObject({
    system: [{ type: "text", text: "You are the assistant.", cache_control: { type: "ephemeral" } }],
  });
});

function never(): never {
  throw new Error("there is no such protocol");
}

const LACKS: [spec: string, access: object, lack: string][] = [
  ["openai:gpt-5", {}, "apiKey"],
  ["anthropic:claude", {}, "apiKey"],
  ["google:gemini", {}, "apiKey"],
  ["compatible:qwen", { apiKey: KEY }, "baseUrl"],
];
it.each(LACKS)("%s with %o lacks its %s", (spec, access, lack) => {
  expect(createVendorModel(parseModelSpec(spec) ?? { vendor: "", modelId: "" }, access)).toBe(lack);
});

it.each(["built-in", "openai:", "openai", "nobody:x", "constructor:x", "openai:a b"])(
  "%j names no vendor's model",
  (spec) => {
    expect(parseModelSpec(spec)).toBeUndefined();
  },
);

it("a key belongs to the origin that it is sent to", () => {
  expect(originOfVendor("openai", null)).toBe("https://api.openai.com");
  expect(originOfVendor("openai", "https://proxy.example.com/v1")).toBe("https://proxy.example.com");
  expect(originOfVendor("compatible", null)).toBeUndefined();
});
