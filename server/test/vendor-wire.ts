import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A model's answer: words, and perhaps one call with its arguments. */
interface Answer {
  words: string[];
  call?: { name: string; args: object };
}

/** How one vendor's protocol looks on the wire. */
interface Wire {
  /** Where streamed answers are asked for. */
  path(modelId: string): string;
  authorization: Record<string, string>;
  /** The events of a streamed answer. */
  events(answer: Answer): unknown[];
  refusal(message: string): object;
}

export const KEY = "vendor-key-0123456789";

/** The protocols as their vendors document them. */
export const WIRES: Record<string, Wire> = {
  openai: {
    path: () => "/v1/responses",
    authorization: { authorization: `Bearer ${KEY}` },
    events: ({ words, call }) => [
      { type: "response.created", response: { id: "resp_1", created_at: 1, model: "m" } },
      { type: "response.output_item.added", output_index: 0, item: { type: "message", id: "msg_1" } },
      ...words.map((delta) => ({ type: "response.output_text.delta", item_id: "msg_1", delta })),
      { type: "response.output_item.done", output_index: 0, item: { type: "message", id: "msg_1" } },
      ...(call ? openAiCall(call) : []),
      { type: "response.completed", response: { usage: { input_tokens: 11, output_tokens: 7 } } },
    ],
    refusal: (message) => ({ error: { message, type: "rate_limit_exceeded", code: "rate_limit" } }),
  },
  anthropic: {
    path: () => "/v1/messages",
    authorization: { "x-api-key": KEY },
    events: ({ words, call }) => [
      {
        type: "message_start",
        message: { id: "m", model: "m", role: "assistant", usage: { input_tokens: 11, output_tokens: 1 } },
      },
      { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
      ...words.map((word) => ({
        type: "content_block_delta",
        index: 0,
        delta: { type: "text_delta", text: word },
      })),
      { type: "content_block_stop", index: 0 },
      ...(call ? anthropicCall(call) : []),
      {
        type: "message_delta",
        delta: { stop_reason: call ? "tool_use" : "end_turn" },
        usage: { output_tokens: 7 },
      },
      { type: "message_stop" },
    ],
    refusal: (message) => ({ type: "error", error: { type: "rate_limit_error", message } }),
  },
  google: {
    path: (modelId) => `/v1/models/${modelId}:streamGenerateContent?alt=sse`,
    authorization: { "x-goog-api-key": KEY },
    events: ({ words, call }) => [
      ...words.map((word) => ({ candidates: [{ content: { role: "model", parts: [{ text: word }] } }] })),
      {
        candidates: [
          {
            content: { role: "model", parts: call ? [{ functionCall: call }] : [{ text: "" }] },
            finishReason: "STOP",
          },
        ],
        usageMetadata: { promptTokenCount: 11, candidatesTokenCount: 7, totalTokenCount: 18 },
      },
    ],
    refusal: (message) => ({ error: { code: 429, message, status: "RESOURCE_EXHAUSTED" } }),
  },
  compatible: {
    path: () => "/v1/chat/completions",
    authorization: { authorization: `Bearer ${KEY}` },
    events: ({ words, call }) => [
      ...words.map((content) => toDelta({ role: "assistant", content })),
      ...(call ? compatibleCall(call) : []),
      toDelta({}, call ? "tool_calls" : "stop"),
      { id: "c", choices: [], usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } },
    ],
    refusal: (message) => ({ error: { message } }),
  },
};

type Call = NonNullable<Answer["call"]>;

function openAiCall({ name, args }: Call): object[] {
  const item = { type: "function_call", id: "fc_1", call_id: "call_1", name };
  const whole = JSON.stringify(args);
  const fragment = { type: "response.function_call_arguments.delta", item_id: "fc_1", output_index: 1 };
  return [
    { type: "response.output_item.added", output_index: 1, item: { ...item, arguments: "" } },
    ...halves(whole).map((delta) => ({ ...fragment, delta })),
    {
      type: "response.output_item.done",
      output_index: 1,
      item: { ...item, arguments: whole, status: "completed" },
    },
  ];
}

function anthropicCall({ name, args }: Call): object[] {
  const block = { type: "tool_use", id: "toolu_1", name, input: {} };
  return [
    { type: "content_block_start", index: 1, content_block: block },
    ...halves(JSON.stringify(args)).map((half) => ({
      type: "content_block_delta",
      index: 1,
      delta: { type: "input_json_delta", partial_json: half },
    })),
    { type: "content_block_stop", index: 1 },
  ];
}

function compatibleCall({ name, args }: Call): object[] {
  const part = (more: object): object => toDelta({ tool_calls: [{ index: 0, ...more }] });
  return [
    part({ id: "call_1", type: "function", function: { name, arguments: "" } }),
    ...halves(JSON.stringify(args)).map((half) => part({ function: { arguments: half } })),
  ];
}

const halves = (whole: string): string[] => [whole.slice(0, 4), whole.slice(4)];

function toDelta(delta: object, finish_reason: string | null = null): object {
  return {
    id: "c",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta, finish_reason }],
  };
}

/** What a vendor's server was asked. */
interface VendorRequest {
  path: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

/** A vendor on this machine that answers as it is told, request by request. */
export interface VendorServer {
  baseUrl: string;
  requests: VendorRequest[];
  /** Answers still to come; the last one is given again and again. */
  answers: ((response: ServerResponse) => void)[];
  close(): void;
}

export async function startVendor(): Promise<VendorServer> {
  const requests: VendorRequest[] = [];
  const answers: VendorServer["answers"] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = JSON.parse(await text(request)) as Record<string, unknown>;
    requests.push({ path: request.url ?? "", headers: request.headers as Record<string, string>, body });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(response);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { baseUrl, requests, answers, close };
}

/** An answer as server-sent events, whole. */
export function streams(wire: Wire, answer: Answer): (response: ServerResponse) => void {
  return (response) => {
    writeEvents(response, wire.events(answer));
    response.end("data: [DONE]\n\n");
  };
}

/** An answer of which the connection breaks after so many events. */
export function breaksAfter(wire: Wire, answer: Answer, count: number): (response: ServerResponse) => void {
  return (response) => {
    writeEvents(response, wire.events(answer).slice(0, count));
    setImmediate(() => response.destroy());
  };
}

/** Another status than 200. */
export function refuses(
  wire: Wire,
  status: number,
  headers: Record<string, string> = {},
): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(wire.refusal("Slow down.")));
  };
}

function writeEvents(response: ServerResponse, events: unknown[]): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const event of events) {
    const { type } = event as { type?: string };
    response.write(`${type ? `event: ${type}\n` : ""}data: ${JSON.stringify(event)}\n\n`);
  }
}
