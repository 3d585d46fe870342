import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { jsonSchema, stepCountIs, streamText, tool } from "ai";
import express, { type Express, type RequestHandler, type Response } from "express";
import { Agent, request } from "undici";
import type { Target } from "./far-side-client.ts";
import { instantModel } from "./instant-model.ts";

/** A server beside ours. */
export interface PlainServer {
  target: Target;
  close(): Promise<void>;
}

/** Writes the same bytes as our server does, event by event, and nothing else. */
export function startBareServer(events: readonly string[]): Promise<PlainServer> {
  return listen((_request, response) => writeEvents(response, events));
}

export function writeEvents(response: Response, events: readonly string[]): void {
  response.writeHead(200, { "content-type": "text/event-stream", "x-vercel-ai-ui-message-stream": "v1" });
  for (const event of events) response.write(event);
  response.end();
}

/** Answers with the AI SDK's own loop, which calls the same endpoint, and stores nothing. */
export async function startStreamTextServer(endpoint: {
  origin: string;
  caPem: string;
}): Promise<PlainServer> {
  const dispatcher = new Agent({ connect: { ca: endpoint.caPem }, allowH2: false, pipelining: 1 });
  const lookUp = tool({
    description: "Look up an order.",
    inputSchema: jsonSchema<{ order_number: string }>({
      type: "object",
      properties: { order_number: { type: "string" } },
      required: ["order_number"],
    }),
    async execute({ order_number: number }) {
      const { body } = await request(`${endpoint.origin}/orders/${number}`, { dispatcher });
      return body.json();
    },
  });
  const server = await listen((request, response) => {
    const { message } = request.body as { message: { parts: { text: string }[] } };
    const result = streamText({
      model: instantModel,
      system: "You act for visitors by calling tools.",
      messages: [{ role: "user", content: message.parts.map(({ text }) => text).join("\n") }],
      tools: { look_up_order: lookUp },
      stopWhen: stepCountIs(12),
    });
    void result.pipeUIMessageStreamToResponse(response);
  });
  return { ...server, close: () => server.close().then(() => dispatcher.close()) };
}

export async function listen(answer: RequestHandler): Promise<PlainServer> {
  const app: Express = express();
  app.disable("x-powered-by");
  app.post("/chat", express.json(), answer);
  const http = createServer(app).listen(0, "127.0.0.1");
  await once(http, "listening");
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    target: { origin, path: "/chat" },
    async close() {
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
}
