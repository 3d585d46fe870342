import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { createAuthority } from "./certificates.ts";

/** A request as the endpoint saw it. Header names are lower-cased. */
export interface SeenRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** An owner's HTTPS API on loopback, under an authority of its own. */
export interface Endpoint {
  origin: string;
  caPem: string;
  seen: SeenRequest[];
  /** Decides the answer; 200 with `{}` until replaced. */
  answer: (request: SeenRequest) => EndpointAnswer | Promise<EndpointAnswer>;
  close(): Promise<void>;
}

interface EndpointAnswer {
  status?: number;
  body?: unknown;
  /** Stands in for `body`, sent as it is. */
  text?: string;
  headers?: Record<string, string>;
}

export async function startEndpoint(): Promise<Endpoint> {
  const authority = await createAuthority();
  const server = createServer(await authority.issue(["localhost", "127.0.0.1"]));
  const endpoint: Endpoint = {
    origin: "",
    caPem: authority.caPem,
    seen: [],
    answer: () => ({ body: {} }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on("request", (request, response) => void serve(endpoint, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint.origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  return endpoint;
}

async function serve(endpoint: Endpoint, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const seen: SeenRequest = {
    method: request.method ?? "",
    path: request.url ?? "",
    headers: request.headers as Record<string, string>,
    body: await text(request),
  };
  endpoint.seen.push(seen);
  const { status = 200, body = {}, text: plain, headers = {} } = await endpoint.answer(seen);
  response
    .writeHead(status, { "content-type": "application/json", ...headers })
    .end(plain ?? JSON.stringify(body));
}
