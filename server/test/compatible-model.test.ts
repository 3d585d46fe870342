import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { createAction, createSite, openSession, spokenIn, startErrand, type Errand } from "./errand.ts";

/** A language model server as LM Studio, vLLM and Ollama speak it: streamed chat completions. */
let vendor: Server;
const requests: {
  authorization: string | undefined;
  body: { messages: { role: string }[]; tools?: unknown[] };
}[] = [];
let endpoint: Endpoint;
let errand: Errand;

beforeAll(async () => {
  vendor = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => vendor.listen(0, "127.0.0.1", resolve));
  endpoint = await startEndpoint();
  errand = await startErrand({
    endpoint,
    environment: {
      ERRAND_MODEL: "compatible:small-model",
      ERRAND_MODEL_BASE_URL: `http://127.0.0.1:${(vendor.address() as AddressInfo).port}/v1`,
      ERRAND_MODEL_API_KEY: "vendor-key",
    },
  });
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
  vendor.close();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.parse(await text(request)) as (typeof requests)[number]["body"];
  requests.push({ authorization: request.headers.authorization, body });
  response.writeHead(200, { "content-type": "text/event-stream" });
  const hasResult = body.messages.some((message) => message.role === "tool");
  for (const delta of hasResult ? SPEECH : FRAGMENTED_CALL) {
    response.write(`data: ${JSON.stringify(toChunk(delta))}\n\n`);
  }
  response.end(`data: ${JSON.stringify(toChunk({}, hasResult ? "stop" : "tool_calls"))}\n\ndata: [DONE]\n\n`);
}

const callDelta = (part: object): object => ({ tool_calls: [{ index: 0, ...part }] });
const FRAGMENTED_CALL = [
  { role: "assistant", content: "" },
  callDelta({ id: "call_1", type: "function", function: { name: "lookup_order", arguments: "" } }),
  callDelta({ function: { arguments: '{"ord' } }),
  callDelta({ function: { arguments: 'er":"ORD-1"}' } }),
];
const SPEECH = [{ role: "assistant", content: "It is " }, { content: "on its way." }];

function toChunk(delta: object, finish_reason: string | null = null): object {
  const choices = [{ index: 0, delta, finish_reason }];
  return { id: "c", object: "chat.completion.chunk", created: 1, model: "small-model", choices };
}

it("runs an action that a compatible model calls in fragments, and streams its words", async () => {
  const site = await createSite(errand, { instructions: "Be brief." });
  await createAction(errand, site, {
    identifier: "lookup_order",
    whenToUse: "Look up an order.",
    url: `${endpoint.origin}/orders/{{order}}`,
    parameters: [{ name: "order", hint: "Such as ORD-1" }],
  });
  endpoint.answer = () => ({ body: { status: "in transit" } });
  const visitor = await openSession(errand, site);
  const chunks = await visitor.say("cnv_compatible", "Where is ORD-1?");
  expect(endpoint.seen.map(({ path }) => path)).toEqual(["/orders/ORD-1"]);
  expect(chunks.filter((chunk) => chunk.type === "text-delta").map((chunk) => chunk.delta)).toEqual([
    "It is ",
    "on its way.",
  ]);
  expect(spokenIn(chunks)).toBe("It is on its way.");
  expect(requests.map(({ authorization }) => authorization)).toEqual([
    "Bearer vendor-key",
    "Bearer vendor-key",
  ]);
  expect(requests[0]?.body).toMatchObject({
    model: "small-model",
    stream: true,
    tools: [{ type: "function", function: { name: "lookup_order", parameters: { required: ["order"] } } }],
  });
  expect(JSON.stringify(requests[0]?.body.messages[0])).toContain("Be brief.");
  expect(JSON.stringify(requests[1]?.body.messages)).toContain("in transit");
});

it("refuses a site's model that this server cannot serve, naming it", async () => {
  await expect(createSite(errand, { model: "nonsense:x" })).rejects.toThrow("nonsense:x");
});
