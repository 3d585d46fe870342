import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { parentPort, workerData } from "node:worker_threads";
import { jwtVerify } from "jose/jwt/verify";
import { startServer } from "../../src/start.ts";

/** The server of the benchmark, and beside it the least that could answer: parse, verify, tell. */
const { environment } = workerData as { environment: Record<string, string> };
const server = await startServer(environment);
const bare = createServer((request, response) => void respond(request, response));

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.stringify(await answer(request));
  response.writeHead(201, { "content-type": "application/json" }).end(body);
}

async function answer(request: AsyncIterable<Uint8Array>): Promise<object> {
  const { key, identity } = (await json(request)) as { key: string; identity: { token: string } };
  const { payload } = await jwtVerify(identity.token, Buffer.from(key), { algorithms: ["HS256"] });
  return { user_id: payload.sub };
}

bare.listen(0, "127.0.0.1");
await once(bare, "listening");
parentPort?.postMessage({
  url: server.url,
  bareUrl: `http://127.0.0.1:${(bare.address() as AddressInfo).port}`,
});
parentPort?.once("message", () => {
  bare.closeAllConnections();
  bare.close();
  void server.close().then(() => parentPort?.close());
});
