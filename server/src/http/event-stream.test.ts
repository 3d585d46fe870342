import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Response } from "express";
import { afterEach, expect, it, vi } from "vitest";
import { createLiveTurns, type LiveTurn } from "../conversations/live-turns.ts";
import { sendTurn } from "./event-stream.ts";

const EVENT = { type: "text-delta", id: "t", delta: "x".repeat(10_000) } as const;
const servers: ReturnType<typeof createServer>[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A turn, a reader of it that has only its headers yet, and the server's side of that reader. */
async function connect(): Promise<{ turn: LiveTurn; reader: IncomingMessage; response: ServerResponse }> {
  const { turn } = await createLiveTurns().claim("cnv_1", ["msg_1"]);
  const served = Promise.withResolvers<ServerResponse>();
  const server = createServer((_request, response) => {
    sendTurn(response as Response, turn);
    served.resolve(response);
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const asked = request({ port, host: "127.0.0.1", agent: false }).end();
  const [reader] = (await once(asked, "response")) as [IncomingMessage];
  return { turn, reader, response: await served.promise };
}

it("sends every event and the end", async () => {
  const { turn, reader } = await connect();
  turn.write({ type: "start", messageId: "msg_2" });
  turn.end();
  expect(await text(reader)).toBe('data: {"type":"start","messageId":"msg_2"}\n\ndata: [DONE]\n\n');
  expect(reader.headers).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-vercel-ai-ui-message-stream": "v1",
  });
});

it("buffers little for a reader that does not read, and everything arrives once it does", async () => {
  const { turn, reader, response } = await connect();
  reader.pause();
  for (let count = 0; count < 3_000; count += 1) {
    turn.write(EVENT);
    if (count % 100 === 0) await new Promise(setImmediate);
  }
  expect(response.writableLength).toBeLessThan(100_000);
  turn.end();
  const read = await text(reader);
  expect(read.match(/text-delta/g)).toHaveLength(3_000);
  expect(read.endsWith("data: [DONE]\n\n")).toBe(true);
});

it("cuts off a reader that takes nothing for two heartbeats", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { turn, reader, response } = await connect();
  reader.pause();
  const lost = once(response, "close");
  for (let count = 0; count < 3_000; count += 1) {
    turn.write(EVENT);
    if (count % 100 === 0) await new Promise(setImmediate);
  }
  vi.advanceTimersByTime(15_000);
  expect(response.destroyed).toBe(false);
  vi.advanceTimersByTime(15_000);
  await lost;
  expect(vi.getTimerCount()).toBe(0);
});

it("sends a comment while nothing is said", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { turn, reader } = await connect();
  vi.advanceTimersByTime(30_000);
  turn.end();
  expect(await text(reader)).toBe(":\n\n:\n\ndata: [DONE]\n\n");
  expect(vi.getTimerCount()).toBe(0);
});

it("keeps no timer for a reader who had left before the turn could be sent", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { response, turn, reader } = await connect();
  reader.destroy();
  await once(response, "close");
  sendTurn(response as Response, turn);
  expect(vi.getTimerCount()).toBe(0);
});
