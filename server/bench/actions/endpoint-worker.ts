import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

/** An owner's API on another thread: an order as JSON on every path, an endless answer under `/endless`. */
const ORDER = JSON.stringify({ number: "ORD-123", status: "shipped", lines: [{ sku: "A-1", count: 2 }] });
const CHUNK = Buffer.alloc(16_384, "x");

const server = createServer(workerData as { cert: string; key: string }, (request, response) => {
  if (!request.url?.startsWith("/endless")) {
    response.writeHead(200, { "content-type": "application/json" }).end(ORDER);
    return;
  }
  const pump = (): void => {
    while (!response.destroyed && response.write(CHUNK));
  };
  response.writeHead(200, { "content-type": "application/json" }).on("drain", pump);
  pump();
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => parentPort?.postMessage((server.address() as AddressInfo).port));
